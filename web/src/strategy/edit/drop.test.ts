import { describe, expect, it } from 'vitest';
import type { MapView } from '@/api/types';
import { smallMap } from '@/pictures/map/small-map';
import { cardAt, dropPlace, pinAt } from './drop';

const drawn = smallMap();
const map = {
  ...drawn,
  cards: drawn.cards.map((card) => ({ ...card, column: card.box.x > 300 ? 1 : 0, row: 0 })),
} as unknown as MapView;
const a = map.cards.find((card) => card.id === 'a')!;

describe('dropping a card', () => {
  it('within its lane and theme keeps it there', () => {
    const place = dropPlace(map, a, { x: 10, y: 5 });
    expect(place?.change).toEqual({ pin: { column: 0, row: 0 } });
  });

  it('on another lane moves it', () => {
    expect(dropPlace(map, a, { x: 0, y: -160 })?.change).toEqual({ perspective: 'l2' });
  });

  it('outside all lanes does nothing', () => {
    expect(dropPlace(map, a, { x: 0, y: 900 })).toBeNull();
  });

  it('finds the nearest cell, counted on beyond the last card', () => {
    expect(pinAt(map, a, { x: 425, y: a.box.y })).toEqual({ column: 1, row: 0 });
    expect(pinAt(map, a, { x: 420 + 188 * 2, y: a.box.y - 120 })).toEqual({ column: 3, row: 1 });
  });
});

it('finds the card under a point', () => {
  expect(cardAt(map, { x: 210, y: 430 })?.id).toBe('a');
  expect(cardAt(map, { x: 5, y: 5 })).toBeNull();
});

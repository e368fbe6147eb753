import { describe, expect, it } from 'vitest';
import { smallMap } from '@/pictures/map/small-map';
import { markedCards, marksBetween } from './map-marks';
import type { ItemChange } from './queries';

const change = (kind: string, id: string, objective: string): ItemChange => ({
  kind,
  id,
  label: id,
  objective,
  change: 'changed',
  fields: [],
});

describe('marks between two maps', () => {
  it('finds nothing between a map and itself, wherever the layout puts the cards', () => {
    const now = smallMap();
    const moved = smallMap();
    for (const card of moved.cards) card.box.x += 40;
    const marks = marksBetween(now, moved, []);
    expect([marks.from.cards.size, marks.to.cards.size, marks.from.links.size, marks.to.links.size]).toEqual([0, 0, 0, 0]);
  });

  it('marks what came, went, moved and changed on the map that has it', () => {
    const before = smallMap();
    const after = smallMap();
    before.cards = before.cards.filter((card) => card.id !== 'd');
    after.cards = after.cards.filter((card) => card.id !== 'a');
    after.cards.find((card) => card.id === 'b')!.lane = 'l3';
    const marks = marksBetween(before, after, [change('target', 't', 'c')]);
    expect(Object.fromEntries(marks.from.cards)).toEqual({ a: 'gone', b: 'moved', c: 'changed' });
    expect(Object.fromEntries(marks.to.cards)).toEqual({ b: 'moved', c: 'changed', d: 'added' });
    expect(markedCards(before, after, marks).map((card) => [card.code, card.mark, card.was, card.is])).toEqual([
      ['D', 'added', '', 'Customers · Growth'],
      ['A', 'gone', 'People · Collaboration', ''],
      ['B', 'moved', 'Processes · Collaboration', 'Customers · Collaboration'],
      ['C', 'changed', 'Processes · Growth', 'Processes · Growth'],
    ]);
  });

  it('marks links by their identifiers', () => {
    const before = smallMap();
    const after = smallMap();
    before.links = before.links.filter((link) => link.id !== 'ab');
    after.links = after.links.filter((link) => link.id !== 'bd');
    const marks = marksBetween(before, after, [change('link', 'cd', '')]);
    expect(Object.fromEntries(marks.from.links)).toEqual({ bd: 'gone', cd: 'changed' });
    expect(Object.fromEntries(marks.to.links)).toEqual({ ab: 'added', cd: 'changed' });
  });

  it('takes all for new where there was nothing', () => {
    const marks = marksBetween(null, smallMap(), []);
    expect([...marks.to.cards.values()]).toEqual(['added', 'added', 'added', 'added']);
    expect(marks.from.cards.size).toBe(0);
  });
});

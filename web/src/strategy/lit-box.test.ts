import { describe, expect, it } from 'vitest';
import { litBox } from './lit-box';

const map = { width: 1000, height: 800 };
const at = (x: number, y: number) => ({ box: { x, y, width: 172, height: 86 } });

describe('the part of the map that is shown', () => {
  it('is all of it while nothing is lit', () =>
    expect(litBox([], map, 1.6)).toEqual({ x: 0, y: 0, width: 1000, height: 800 }));
  it('holds every lit card and has the shape of the screen', () => {
    const cards = [at(400, 300), at(600, 420)];
    const box = litBox(cards, map, 1.6);
    for (const card of cards) {
      expect(card.box.x).toBeGreaterThanOrEqual(box.x);
      expect(card.box.x + card.box.width).toBeLessThanOrEqual(box.x + box.width);
      expect(card.box.y).toBeGreaterThanOrEqual(box.y);
      expect(card.box.y + card.box.height).toBeLessThanOrEqual(box.y + box.height);
    }
    expect(box.width / box.height).toBeCloseTo(1.6);
    expect(box.width).toBeLessThan(700);
  });
  it('stays on the map at its edges', () => {
    const box = litBox([at(0, 0), at(10, 700)], map, 3);
    expect(box).toEqual({ x: 0, y: 0, width: 1000, height: 800 });
    const corner = litBox([at(820, 700)], map, 1.6);
    expect(corner.x + corner.width).toBeLessThanOrEqual(1000);
    expect(corner.y + corner.height).toBeLessThanOrEqual(800);
  });
});

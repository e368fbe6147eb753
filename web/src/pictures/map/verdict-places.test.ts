import { describe, expect, it } from 'vitest';
import type { MapArrow } from './types';
import { verdictPlaces } from './verdict-places';

const arrow = (links: string[], points: [number, number][]): MapArrow => ({
  links,
  from: [],
  to: 'T',
  sign: 'helps',
  points: points.map(([x, y]) => ({ x, y })),
  head: false,
  dashed: false,
});

describe('where the mark of a link stands', () => {
  const arrows = [
    arrow(['a'], [
      [0, 100],
      [0, 60],
      [10, 60],
    ]),
    arrow(['a', 'b'], [
      [10, 60],
      [300, 60],
    ]),
    arrow(['b'], [
      [80, 100],
      [80, 60],
    ]),
  ];
  const verdicts = new Map([
    ['a', 'supported'],
    ['b', 'untestable'],
  ]);
  it('is on its own stretch, at the middle of the longest part', () =>
    expect(verdictPlaces(arrows, verdicts)).toEqual([
      { link: 'a', x: 0, y: 80 },
      { link: 'b', x: 80, y: 80 },
    ]));
  it('is beside another mark where both have only a shared stretch', () => {
    const [one, other] = verdictPlaces([arrows[1] as MapArrow], verdicts);
    expect(one?.y).toBe(60);
    expect(Math.abs((one?.x ?? 0) - (other?.x ?? 0))).toBeGreaterThanOrEqual(16);
  });
  it('is nowhere for a link that is not drawn', () => expect(verdictPlaces([], verdicts)).toEqual([]));
});

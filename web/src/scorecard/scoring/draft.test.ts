import { describe, expect, it } from 'vitest';
import type { Scoring } from '@/api/types';
import { decimalsIn, draftOf, emptyDraft, numbersIn, readScoring, scoresIn, scoringWords } from './draft';

const read = (change: object, type: Parameters<typeof emptyDraft>[0] = 'higher') =>
  readScoring({ ...emptyDraft(type), ...change });

describe('a scoring being filled in', () => {
  it('is read when it is whole', () => {
    expect(read({ red: 500, green: 700 })).toEqual({ scoring: { type: 'higher', red: 500, green: 700 } });
    expect(read({}, 'yesno')).toEqual({ scoring: { type: 'yesno' } });
  });

  it('says which field is missing', () => {
    expect(read({ green: 700 })).toMatchObject({ errors: { red: expect.any(String) } });
  });

  it('refuses limits out of order', () => {
    expect(read({ red: 800, green: 700 })).toMatchObject({ errors: { red: expect.any(String) } });
    expect(read({ red: 10, green: 20 }, 'lower')).toMatchObject({ errors: { red: expect.any(String) } });
    expect(read({ red_low: 1, green_low: 5, green_high: 4, red_high: 9 }, 'range')).toHaveProperty('errors');
  });

  it('allows a step, where red and green are the same', () => {
    expect(read({ red: 5, green: 5 })).toHaveProperty('scoring');
  });

  it('refuses what can never be judged', () => {
    expect(read({ baseline: 4, target: 4 }, 'progress')).toHaveProperty('errors.target');
    expect(read({ target: 0 }, 'percent')).toHaveProperty('errors.target');
    expect(read({ target: 0, baseline: 9 }, 'percent')).toHaveProperty('scoring');
    expect(read({ edges: '1 3 2' }, 'bands')).toHaveProperty('errors.edges');
  });

  it('comes back as the same scoring', () => {
    for (const scoring of [
      { type: 'lower', red: 30, green: 10, worst: 60 },
      { type: 'bands', edges: [0, 4000, 6000, 12000], direction: 'higher' },
      { type: 'texts', scores: { bad: 10, good: 90 } },
      { type: 'milestone', due: '2009-03-31', yellow_days: 7, red_days: 21 },
    ] as const)
      expect(readScoring(draftOf(scoring as never))).toEqual({ scoring });
  });

  it('reads lists as people type them', () => {
    expect(numbersIn('0, 4000; 6000 12000')).toEqual([0, 4000, 6000, 12000]);
    expect(scoresIn('bad = 10\ngood=90\n')).toEqual({ bad: 10, good: 90 });
  });
});

describe('the decimals of a new measure', () => {
  const draft = emptyDraft('higher');
  it('are one, or those of its limits', () => {
    expect(decimalsIn({ ...draft, green: 80, red: 60 })).toBe(1);
    expect(decimalsIn({ ...draft, green: 0.75, red: 0.5 })).toBe(2);
    expect(decimalsIn({ ...draft, type: 'bands', edges: '0 1.5 3' })).toBe(1);
    expect(decimalsIn({ ...draft, green: 0.123456 })).toBe(4);
  });
});

describe('a scoring in words', () => {
  it('keeps units with their numbers and writes days as people do', () => {
    expect(scoringWords({ type: 'lower', green: 1450, red: 1600.5 }, 'EUR million')).toBe(
      'at most 1,450\u202fEUR\u00a0million, red above 1,600.5',
    );
    expect(
      scoringWords({ type: 'progress', baseline: 10, target: 80, start: '2006-01-01', due: '2009-12-31' } as Scoring, '%'),
    ).toBe('from 10 to 80\u202f% by 31 Dec 2009');
    expect(scoringWords({ type: 'milestone', due: '2008-06-30', yellow_days: 14, red_days: 30 } as Scoring)).toBe(
      'by 30 Jun 2008',
    );
  });
});

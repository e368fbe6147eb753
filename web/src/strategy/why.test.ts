import { describe, expect, it } from 'vitest';
import type { Judgement, MeasureRow } from '@/api/types';
import { doubt, reasons } from './why';

const judgement = (change: Partial<Judgement> = {}): Judgement => ({
  light: 'green',
  split: null,
  state: 'value',
  score: 70,
  attainment: null,
  trend: 'flat',
  coverage: 1,
  low: 70,
  high: 70,
  stale: false,
  due: false,
  overridden: false,
  capped: false,
  computed_light: null,
  masked: [],
  flags: [],
  ...change,
});
const measure = (name: string, light: Judgement['light'], value: number | null) =>
  ({
    name,
    unit: '%',
    decimals: 0,
    value,
    target: '≥ 80 %',
    goal: { kind: 'at_least', low: 80, high: null, day: null, word: null },
    judgement: judgement({ light, state: value === null ? 'missing' : 'value' }),
  }) as MeasureRow;

describe('why a light is as it is', () => {
  it('says the worst first', () => {
    const said = reasons({
      judgement: judgement(),
      measures: [measure('Trust', 'green', 82), measure('Access', 'red', 31)],
    });
    expect(said[0]).toBe('Access: 31\u202f%, target ≥\u00a080\u202f%.');
  });

  it('never masks a red', () => {
    const said = reasons({
      judgement: judgement({ masked: [{ id: 'm7', kind: 'measure', code: 'M7', title: 'Work done twice' }] }),
      measures: [measure('Trust', 'green', 82)],
    });
    expect(said[0]).toBe('M7 Work done twice is off track below it.');
  });

  it('says what is missing, and what doubt that leaves', () => {
    expect(
      reasons({ judgement: judgement({ light: 'grey' }), measures: [measure('Access', 'grey', null)] })[0],
    ).toContain('missing');
    expect(doubt(judgement({ coverage: 0.75, low: 52, high: 77 }))).toEqual([
      '75\u202f% of the weight has a value.',
      'The score lies between 52 and 77 of 100.',
    ]);
    expect(doubt(judgement())).toEqual([]);
  });
});

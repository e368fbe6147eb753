import { describe, expect, it } from 'vitest';
import type { Forecast } from '@/api/types';
import { chanceSentence, chanceText, errorSentence, noForecast, stepWords } from './words';

const measure = { unit: 'patients', decimals: 0 };
const step = {
  period: '2009-12',
  label: 'December 2009',
  p10: 640,
  p50: 712,
  p90: 780,
  chance: 0.62,
  light: 'green' as const,
  target: 700,
  red: 500,
  bands: { at: [500, 700], lights: ['red', 'yellow', 'green'] as ('red' | 'yellow' | 'green')[] },
};
const forecast: Forecast = {
  obstacle: 'none',
  points: 36,
  needed: 0,
  method: 'damped_holt',
  error: 31.4,
  scaled_error: 0.84,
  candidates: [],
  steps: [step],
  meets: {
    by: '2009-12-31',
    own_day: false,
    period: '2009-12',
    label: 'December 2009',
    target: '≥ 700',
    chance: 0.62,
    light: 'green',
  },
};

describe('a forecast in words', () => {
  it('says chance, target, day, method and values', () =>
    expect(chanceSentence(forecast, measure)).toBe(
      '62\u202f% chance of meeting ≥ 700 by December 2009 (damped Holt, 36 values)',
    ));
  it('says what is expected where there is no target', () =>
    expect(chanceSentence({ ...forecast, meets: null }, measure)).toBe(
      '712\u202fpatients (640 to 780) expected for December 2009 (damped Holt, 36 values)',
    ));
  it('begins with a capital', () =>
    expect(
      chanceSentence({ ...forecast, meets: { ...forecast.meets!, chance: 0 } }, measure),
    ).toMatch(/^Under 1\u202f% chance/));
  it('does not promise', () =>
    expect([0, 0.004, 0.05, 0.62, 0.994, 1].map(chanceText)).toEqual([
      'under 1\u202f%',
      'under 1\u202f%',
      '5\u202f%',
      '62\u202f%',
      '99\u202f%',
      'over 99\u202f%',
    ]));
  it('says how far it was off', () => {
    expect(errorSentence(forecast, measure)).toMatch(/off by 31.4\u202fpatients on average. That is 0.8 times/);
    expect(errorSentence({ ...forecast, scaled_error: null }, measure)).toBe(
      'Its past forecasts were off by 31.4\u202fpatients on average.',
    );
  });
  it('reads one period out', () =>
    expect(stepWords(step, measure)).toBe(
      'December 2009: forecast 712\u202fpatients (640 to 780), target 700\u202fpatients, 62\u202f% chance of being on track',
    ));
  it('says why there is none', () =>
    expect(noForecast({ ...forecast, obstacle: 'too_few', needed: 1 })).toMatch(/1 is missing/));
});

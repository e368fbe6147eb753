import { describe, expect, it } from 'vitest';
import { limitWords, valueWords } from './queries';

const level = { direction: 'at_most', unit: 'days', decimals: 0 } as const;

describe('limits and values of service levels', () => {
  it('says which side of the limit keeps the promise', () => {
    expect(limitWords(level, 15)).toBe('≤ 15\u202fdays');
    expect(limitWords({ direction: 'at_least', unit: '%', decimals: 1 }, 95)).toBe('≥ 95.0\u202f%');
    expect(limitWords(level, 1)).toBe('≤ 1\u202fday');
  });
  it('never rounds a value onto its limit', () => {
    expect(valueWords(level, 15.2)).toBe('15.2\u202fdays');
    expect(valueWords({ unit: '%', decimals: 1 }, 94.999)).toBe('94.999\u202f%');
    expect(valueWords(level, null)).toBe('–');
  });
});

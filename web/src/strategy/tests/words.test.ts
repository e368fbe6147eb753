import { describe, expect, it } from 'vitest';
import type { LinkTest } from '@/api/types';
import { sorted, testSentence } from './words';

const test = (code: string, more: Partial<LinkTest>): LinkTest => ({
  link: code,
  cause: { objective: `c${code}`, code, title: code },
  effect: { objective: `e${code}`, code: 'Z', title: 'Z' },
  sign: 'helps',
  lag_months: 0,
  frequency: 'month',
  lag: 0,
  seasonal: false,
  verdict: 'untestable',
  obstacle: 'none',
  pairs: 30,
  effective: 20,
  needed: 0,
  correlation: null,
  p: null,
  adjusted: null,
  least_p: null,
  ...more,
});

const codes = (tests: LinkTest[]) => tests.map((one) => one.cause.code).join('');

describe('the tests of links', () => {
  const tests = [
    test('A', { verdict: 'contradicted', correlation: -0.6, p: 0.01, adjusted: 0.04 }),
    test('B10', { verdict: 'supported', correlation: 0.7, p: 0.02, adjusted: 0.04 }),
    test('B2', { obstacle: 'too_few', needed: 1 }),
  ];
  it('are sorted by any column, the unknown last', () => {
    expect(codes(sorted(tests, 'correlation'))).toBe('AB10B2');
    expect(codes(sorted(tests, '-correlation'))).toBe('B10AB2');
    expect(codes(sorted(tests, 'cause'))).toBe('AB2B10');
    expect(codes(sorted(tests, '-verdict'))).toBe('B2B10A');
    expect(codes(sorted(tests, 'whatever'))).toBe('AB10B2');
  });
  it('are told in sentences', () => {
    expect(tests.map(testSentence)).toEqual([
      'They move opposite ways (correlation -0.60, 30 pairs). The map claims the opposite.',
      'They move the same way (correlation 0.70, 30 pairs). The map claims just that.',
      'Needs 1 month more with values on both sides.',
    ]);
    expect(testSentence(test('D', { obstacle: 'no_measures' }))).toMatch(/no measure/);
  });
});

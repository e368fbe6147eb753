import { describe, expect, it } from 'vitest';
import { amount, signed } from './queries';

const of = { unit: 'points', decimals: 0 };

describe('the numbers of an effect', () => {
  it('shows a decimal where there is one', () => {
    expect(amount(of, 61.5)).toBe('61.5\u202fpoints');
    expect(amount(of, 71)).toBe('71\u202fpoints');
  });
  it('gives a change its sign', () => {
    expect(signed(of, 9.5)).toBe('+9.5\u202fpoints');
    expect(signed(of, -2)).toBe('-2\u202fpoints');
    expect(signed(of, 0)).toBe('0\u202fpoints');
  });
});

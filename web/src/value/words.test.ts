import { describe, expect, it } from 'vitest';
import { exactMoney, isPeriod, readAmount } from './words';

describe('an amount as it is typed', () => {
  it.each([
    ['1200000,50', '1200000.50'],
    ['1 200 000.5', '1200000.5'],
    ['1’200', '1200'],
    ['-5', '-5'],
    [' 0 ', '0'],
  ])('reads %s', (text, amount) => expect(readAmount(text)).toBe(amount));
  it.each(['', '1.234', '1,2,3', 'ten', '1e5', '12345678901234'])('refuses “%s”', (text) => expect(readAmount(text)).toBeNull());
});

describe('money', () => {
  it('is written to the cent where there are cents', () => {
    expect(exactMoney(1200000.5, 'EUR')).toBe('€1,200,000.50');
    expect(exactMoney(300000, 'EUR')).toBe('€300,000');
  });
});

describe('a period', () => {
  it.each(['2008', '2008-H1', '2008-Q4', '2008-06'])('may be %s', (text) => expect(isPeriod(text)).toBe(true));
  it.each(['08', '2008-Q5', '2008-13', '2008-06-30', 'Q4 2008'])('may not be %s', (text) => expect(isPeriod(text)).toBe(false));
});

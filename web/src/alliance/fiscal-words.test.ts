import { describe, expect, it } from 'vitest';
import { beginsOn, yearWords } from './fiscal-words';

const calendar = (first_month: number, first_day: number, kind = 'months') => ({ first_month, first_day, kind });

describe('a fiscal year in words', () => {
  it('begins on a day', () => {
    expect(beginsOn(calendar(10, 1))).toBe('1 October');
    expect(beginsOn(calendar(4, 30))).toBe('30 April');
    expect(beginsOn(calendar(12, 31))).toBe('31 December');
  });
  it('begins on a month’s last day where the day is past its end', () => {
    expect(beginsOn(calendar(4, 31))).toBe('the last day of April');
    expect(beginsOn(calendar(2, 29))).toBe('the last day of February');
  });
  it('says what it is made of where that is no months', () => {
    expect(yearWords(calendar(1, 1))).toBe('from 1 January');
    expect(yearWords(calendar(7, 1, '445'))).toBe('from the week of 1 July (Weeks in 4-4-5)');
  });
});

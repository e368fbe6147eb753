import { describe, expect, it } from 'vitest';
import { fiscalYears, isFiscal, keepStretch, stretches, stretchOf } from './stretch';
import { ownWords, stretchWords } from './words';

const october = { first_month: 10, first_day: 1, kind: 'months' };

describe('the stretch of an address', () => {
  it('is one of those that there are, or each measure’s own period', () => {
    expect(stretchOf('half')).toBe('half');
    expect(stretchOf('century')).toBe('own');
    expect(stretchOf(undefined)).toBe('own');
  });
  it('goes along from theme to theme with the moment, and other filters do not', () => {
    const keep = keepStretch as unknown as (old: object) => object;
    expect(keep({ period: '2008-Q4', stretch: 'half', calendar: 'x', q: 'cost' })).toEqual({ period: '2008-Q4', stretch: 'half', calendar: 'x' });
  });
});

describe('fiscal years', () => {
  it('matter to quarters, half-years and the year to date', () =>
    expect(stretches().map((one) => one.id).filter(isFiscal)).toEqual(['quarter', 'half', 'year_to_date']));
  it('are no choice where no party has one of its own', () => expect(fiscalYears([{ id: 'a', name: 'Aldermere', calendar: null }])).toEqual([]));
  it('are the alliance’s first, then those of the parties that have one', () =>
    expect(
      fiscalYears([
        { id: 'a', name: 'Aldermere', calendar: null },
        { id: 'h', name: 'Halden Clinical', calendar: october },
      ]),
    ).toEqual([
      { id: '', label: 'Fiscal year of the alliance' },
      { id: 'h', label: 'Fiscal year of Halden Clinical' },
    ]));
});

describe('in words', () => {
  // Which spaces stand around the dash is the locale's matter.
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  it('a stretch is told with its days, the year once where it is the same', () => {
    expect(plain(stretchWords({ label: 'Q1 2009', first: '2008-10-01', last: '2008-12-31' }))).toBe('Q1 2009 · 1 October – 31 December 2008');
    expect(plain(stretchWords({ label: 'H1 2009', first: '2008-10-01', last: '2009-03-31' }))).toBe('H1 2009 · 1 October 2008 – 31 March 2009');
  });
  it('a value of another period says of which it is', () => {
    expect(ownWords({ period: '2008-Q4' })).toBe('Of its own period, Q4 2008');
    expect(ownWords({ period: '2008' })).toBe('Of its own period, 2008');
  });
});

import { describe, expect, it } from 'vitest';
import { byYear, shortLabel } from './periods';

const choice = (period: string, label: string) => ({ period, label });

describe('the choice of periods', () => {
  it('has a row for each year, newest first, and goes forward within it', () => {
    const rows = byYear([
      choice('2026-Q4', 'Q4 2026'),
      choice('2010-Q1', 'Q1 2010'),
      choice('2009-Q4', 'Q4 2009'),
      choice('2009-Q3', 'Q3 2009'),
    ]);
    expect(rows.map(({ year, periods }) => [year, ...periods.map((one) => one.period)])).toEqual([
      ['2026', '2026-Q4'],
      ['2010', '2010-Q1'],
      ['2009', '2009-Q3', '2009-Q4'],
    ]);
  });
  it('does not say the year twice', () => {
    expect(shortLabel(choice('2009-Q4', 'Q4 2009'), '2009')).toBe('Q4');
    expect(shortLabel(choice('2009-W36', 'Week 36, 2009'), '2009')).toBe('Week 36');
    expect(shortLabel(choice('2009', '2009'), '2009')).toBe('2009');
  });
});

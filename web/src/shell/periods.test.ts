import { describe, expect, it } from 'vitest';
import { byYear, columnOf, shortLabel } from './periods';

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
  it('keeps quarters under quarters and months under months', () => {
    expect(columnOf('2026-Q4')).toEqual({ columns: 4, column: 4 });
    expect(columnOf('2026-H2')).toEqual({ columns: 2, column: 2 });
    expect(columnOf('2026-08')).toEqual({ columns: 6, column: 2 });
    expect(columnOf('2026')).toEqual({ columns: 6, column: 1 });
    expect(columnOf('2026-W36').column).toBe(1);
  });
  it('does not say the year twice', () => {
    expect(shortLabel(choice('2009-Q4', 'Q4 2009'), '2009')).toBe('Q4');
    expect(shortLabel(choice('2009-W36', 'Week 36, 2009'), '2009')).toBe('Week 36');
    expect(shortLabel(choice('2009', '2009'), '2009')).toBe('2009');
  });
});

import type { PeriodInfo } from '@/api/types';

type Choice = PeriodInfo['available'][number];

/** The periods by year, the newest year first; within a year as time goes. Their names begin with the year: "2009-Q4". */
export function byYear(available: readonly Choice[]): { year: string; periods: Choice[] }[] {
  const years: { year: string; periods: Choice[] }[] = [];
  for (const choice of available) {
    const year = choice.period.slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.periods.unshift(choice);
    else years.push({ year, periods: [choice] });
  }
  return years;
}

/** A period's name without the year that stands before its row; a year on its own keeps it. */
export function shortLabel({ label }: Choice, year: string): string {
  return label.replace(new RegExp(`,? ${year}$`), '') || label;
}

/** How many periods of its kind stand in a row, and in which column this one does, from 1. */
export function columnOf(period: string): { columns: number; column: number } {
  const [, kind, number] = period.match(/^\d{4}-([QH]?)(\d+)$/) ?? [];
  const columns = kind === 'Q' ? 4 : kind === 'H' ? 2 : 6;
  return { columns, column: number ? ((Number(number) - 1) % columns) + 1 : 1 };
}

import type { Calendar } from '@/api/types';
import { locale, t } from '@/i18n/t';
import { calendars } from './calendar-words';

const written = (options: Intl.DateTimeFormatOptions, month: number, day = 1) =>
  new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(Date.UTC(2001, month - 1, day));

/** "1 October", "the last day of February": when a fiscal year begins. */
export function beginsOn({ first_month, first_day }: Calendar): string {
  const days = new Date(Date.UTC(2001, first_month, 0)).getUTCDate();
  if (first_day <= days) return written({ day: 'numeric', month: 'long' }, first_month, first_day);
  return t('fiscal.lastDay', 'the last day of {month}', { month: written({ month: 'long' }, first_month) });
}

/** "from 1 October"; where the year has whole weeks: "from the week of 1 October (ISO weeks)". */
export function yearWords(calendar: Calendar): string {
  const from = t('fiscal.from', 'from {day}', { day: beginsOn(calendar) });
  const kind = calendars().find((one) => one.id === calendar.kind);
  return kind && kind.id !== 'months' ? t('fiscal.fromWeek', 'from the week of {day} ({kind})', { day: beginsOn(calendar), kind: kind.label }) : from;
}

export const daysOfMonth = () => Array.from({ length: 31 }, (_, index) => ({ id: String(index + 1), label: String(index + 1) }));

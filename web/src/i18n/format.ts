import { locale, t } from './t';

// Making a formatter costs a hundred times what using it does, and screens show hundreds of numbers.
const made = new Map<string, unknown>();
function kept<Format, Options>(kind: new (locale: string, options: Options) => Format, options: Options): Format {
  const name = `${kind.name} ${locale()} ${JSON.stringify(options)}`;
  let format = made.get(name) as Format | undefined;
  if (!format) {
    format = new kind(locale(), options);
    made.set(name, format);
  }
  return format;
}

/** A kept formatter of numbers. */
export const numberFormat = (options: Intl.NumberFormatOptions) => kept(Intl.NumberFormat, options);
const dayFormat = (options: Intl.DateTimeFormatOptions) => kept(Intl.DateTimeFormat, options);

/** "1,234.5"; `decimals` fixes the digits after the point. */
export function number(value: number, decimals?: number): string {
  const digits = decimals === undefined ? { maximumFractionDigits: 2 } : fixed(decimals);
  return numberFormat(digits).format(value);
}

/** Between a number and its unit: narrow, and no line breaks there. */
export const unitSpace = '\u202f';

/** 0.42 as "42 %", with the same space as any other unit. */
export function percent(part: number, decimals = 0): string {
  return `${numberFormat(fixed(decimals)).format(part * 100)}${unitSpace}%`;
}

/** "Q3 2009" for "2009-Q3", "Jun 2008" for "2008-06", "30 Jun 2008" for a day: a period's name as people write it. */
export function period(name: string): string {
  const part = name.match(/^(\d{4})-(Q\d|H\d)$/);
  if (part) return `${part[2]} ${part[1]}`;
  const week = name.match(/^(\d{4})-W(\d\d)$/);
  if (week) return t('period.week', 'Week {week}, {year}', { week: String(Number(week[2])), year: String(week[1]) });
  if (/^\d{4}-\d\d$/.test(name))
    return dayFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at(`${name}-01`));
  return /^\d{4}-\d\d-\d\d$/.test(name) ? date(name) : name;
}

export function money(value: number, currency: string): string {
  try {
    return numberFormat({ style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
  } catch {
    return `${number(value, 0)} ${currency}`;
  }
}

/** A day ("2008-06-30") or moment as "30 June 2008"; `short` gives "30 Jun 2008". */
export function date(value: string, length: 'long' | 'short' = 'short'): string {
  const month = length === 'long' ? 'long' : 'short';
  return dayFormat({ day: 'numeric', month, year: 'numeric', ...zone(value) }).format(at(value));
}

/** A moment as "30 Jun 2008, 14:05". */
export function moment(value: string): string {
  return dayFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(at(value));
}

/** "840 kB", "2.4 MB" */
export function fileSize(bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  return numberFormat({ style: 'unit', unit, maximumFractionDigits: bytes < 10 * size ? 1 : 0 }).format(bytes / size);
}

/** "3 days ago", "in 2 weeks"; `now` is a moment in milliseconds. */
export function ago(value: string, now = Date.now()): string {
  const seconds = (at(value).getTime() - now) / 1000;
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  const words = kept(Intl.RelativeTimeFormat, { numeric: 'auto' });
  for (const [unit, size] of units)
    if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit);
  return words.format(0, 'second');
}

/** "Monday 3 March 2008", with the year left out in the running one. */
export function dayHeading(value: string): string {
  const moment_at = at(value);
  const year = moment_at.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
  return dayFormat({ weekday: 'long', day: 'numeric', month: 'long', ...year }).format(moment_at);
}

/** "one, two and three". */
export function list(items: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}

/** "one, two or three". */
export function choice(items: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(items);
}

function fixed(decimals: number) {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

function at(value: string): Date {
  return new Date(value.length === 10 ? `${value}T00:00:00Z` : value);
}

// A day has no time zone: it must not become the day before in the west.
function zone(value: string) {
  return value.length === 10 ? ({ timeZone: 'UTC' } as const) : {};
}

import type { Aggregate } from '@/api/types';
import { period } from '@/i18n/format';
import { locale, t } from '@/i18n/t';

/** "Q1 2009 · 1 October – 31 December 2008": which quarter or half-year it is, and its days. */
export function stretchWords({ label, first, last }: NonNullable<Aggregate['stretch']>): string {
  const days = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${label} · ${days.formatRange(Date.parse(first), Date.parse(last))}`;
}

/** Of a value that is not of the stretch but of its measure's own period: of which. */
export const ownWords = ({ period: own }: Pick<Aggregate['measures'][number], 'period'>): string =>
  t('aggregate.own', 'Of its own period, {period}', { period: period(own) });

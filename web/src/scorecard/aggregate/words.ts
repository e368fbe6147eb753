import type { Aggregate } from '@/api/types';
import { period } from '@/i18n/format';
import { locale, t } from '@/i18n/t';

/** "Q1 2009 · 1 October – 31 December 2008": which quarter or half-year it is, and its days. */
export function stretchWords({ label, first, last }: NonNullable<Aggregate['stretch']>): string {
  const days = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${label} · ${days.formatRange(Date.parse(first), Date.parse(last))}`;
}

/** Of a year so far that is over, as no period of the new one has ended: from when to when. */
export const sinceWords = ({ since, period: last }: Pick<Aggregate['measures'][number], 'since' | 'period'>): string =>
  t('aggregate.since', '{since} to {period}, the year before', { since: period(since), period: period(last) });

/** Of a value that is not of the stretch but of its measure's own period: of which. */
export const ownWords = ({ period: own }: Pick<Aggregate['measures'][number], 'period'>): string =>
  t('aggregate.own', 'Of its own period, {period}', { period: period(own) });

import { queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { At } from '@/api/queries';
import type { Aggregate, Id, Party } from '@/api/types';
import { t } from '@/i18n/t';
import { clean, type Filters } from '@/shell/filters';

/** Over which stretch values are put together; `own` is each measure's own period. */
export type Stretch = 'own' | 'quarter' | 'half' | 'year_to_date' | 'rolling' | 'year_ago';

export const stretches = (): { id: Stretch; label: string }[] => [
  { id: 'own', label: t('stretch.own', 'Values by own period') },
  { id: 'quarter', label: t('stretch.quarter', 'Quarter') },
  { id: 'half', label: t('stretch.half', 'Half-year') },
  { id: 'year_to_date', label: t('stretch.yearToDate', 'Year to date') },
  { id: 'rolling', label: t('stretch.rolling', 'Last 12 periods') },
  { id: 'year_ago', label: t('stretch.yearAgo', 'A year ago') },
];

/** What an address asks for; anything else in it is each measure's own period. */
export const stretchOf = (asked: string | undefined): Stretch => stretches().find((one) => one.id === asked)?.id ?? 'own';

/** Whether it goes by a fiscal year. The others are the same in each. */
export const isFiscal = (stretch: Stretch): boolean => stretch === 'quarter' || stretch === 'half' || stretch === 'year_to_date';

/** By whose fiscal year one can look: '' is the alliance's, then each party's that has one of its own. Nothing where none has. */
export function fiscalYears(parties: readonly Pick<Party, 'id' | 'name' | 'calendar'>[]): { id: Id | ''; label: string }[] {
  const own = parties.filter((party) => party.calendar);
  if (own.length === 0) return [];
  return [
    { id: '', label: t('stretch.fiscalAlliance', 'Fiscal year of the alliance') },
    ...own.map(({ id, name }) => ({ id, label: t('stretch.fiscalOf', 'Fiscal year of {name}', { name }) })),
  ];
}

/** From theme to theme the stretch goes along, as the moment does. */
export const keepStretch = ((old: Filters) =>
  clean({ period: old.period, side: old.side, basis: old.basis, on: old.on, stretch: old.stretch, calendar: old.calendar })) as never;

export const aggregateQuery = (slug: string, at: At, stretch: Stretch, calendar: Id | '') =>
  queryOptions({
    queryKey: ['alliance', slug, 'aggregate', at, stretch, calendar],
    queryFn: ({ signal }) => get<Aggregate>(`/alliances/${slug}/scorecard/aggregate${query({ ...at, view: stretch, calendar })}`, signal),
  });

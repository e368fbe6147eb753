import { queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { At } from '@/api/queries';
import type { Aggregate } from '@/api/types';
import { t } from '@/i18n/t';

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

export const aggregateQuery = (slug: string, at: At, stretch: Stretch) =>
  queryOptions({
    queryKey: ['alliance', slug, 'aggregate', at, stretch],
    queryFn: ({ signal }) => get<Aggregate>(`/alliances/${slug}/scorecard/aggregate${query({ ...at, view: stretch })}`, signal),
  });

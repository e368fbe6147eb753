import { useQuery } from '@tanstack/react-query';
import { t } from '@/i18n/t';
import type { Target } from '@/shell/palette-find';
import { linkTo, pageWord } from './address';
import { filtersQuery, type SavedFilters } from './queries';

/** Saved filters as places to go to: those of the alliance that is open, and those of pages outside. */
export function useFilterTargets(slug: string): Target[] {
  const inside = useQuery({ ...filtersQuery(slug), enabled: slug !== '' });
  const outside = useQuery(filtersQuery(''));
  return [...targets(slug ? inside.data : undefined, slug), ...targets(outside.data, '')];
}

const targets = (list: SavedFilters | undefined, slug: string): Target[] =>
  (list?.items ?? []).map((one) => ({
    key: `filter ${one.id}`,
    group: t('filter.menu', 'Saved filters'),
    name: one.name,
    note: pageWord(one.address, slug),
    icon: 'filter',
    to: linkTo(one.address, slug),
  }));

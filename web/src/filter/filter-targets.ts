import { useQuery } from '@tanstack/react-query';
import { t } from '@/i18n/t';
import type { Target } from '@/shell/palette-find';
import type { Section } from '@/shell/sections';
import { linkTo, pageWord } from './address';
import { usePages } from './pages';
import { filtersQuery, type SavedFilters } from './queries';

/** Saved filters as places to go to: those of the alliance that is open, and those of pages outside. */
export function useFilterTargets(slug: string): Target[] {
  const inside = useQuery({ ...filtersQuery(slug), enabled: slug !== '' });
  const pages = usePages(slug);
  const outside = useQuery(filtersQuery(''));
  return [...targets(slug ? inside.data : undefined, slug, pages), ...targets(outside.data, '', [])];
}

const targets = (list: SavedFilters | undefined, slug: string, pages: readonly Section[]): Target[] =>
  (list?.items ?? []).map((one) => ({
    key: `filter ${one.id}`,
    group: t('filter.menu', 'Saved filters'),
    name: one.name,
    note: pageWord(one.address, slug, pages),
    icon: 'filter',
    to: linkTo(one.address, slug),
  }));

import type { About } from '@/discussion/types';
import { useAt, useSlug } from '@/shell/alliance-context';
import { useFilters } from '@/shell/filters';

export type MapMode = 'view' | 'edit' | 'present';
export type MapFilters = {
  theme?: string | undefined;
  sel?: string | undefined;
  /** The thing whose comments are open. */
  talk?: About | undefined;
  mode?: MapMode | undefined;
  view?: 'picture' | 'table' | undefined;
  knock?: string | undefined;
  /** The test of links is on. */
  tests?: string | undefined;
  basis?: string | undefined;
  on?: string | undefined;
};
export type Go = (change: MapFilters, how?: { replace?: boolean }) => void;

/** What the map's address says, and how to change it. What is undefined leaves the address. */
export function useMapAddress() {
  const [filters, set] = useFilters();
  return { slug: useSlug(), at: useAt(), filters: filters as MapFilters, go: set as Go };
}

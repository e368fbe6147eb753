import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { components } from '@/api/schema';

type Shape = components['schemas'];
export type SavedFilter = Shape['FilterFilterItem'];
export type SavedFilters = Shape['FilterFilterList'];
export type Audience = Shape['FilterAudience'];

/** Where filters are kept: with an alliance, or with the person for pages outside alliances. */
export const homeOf = (slug: string) => (slug ? `/alliances/${slug}/filters` : '/me/filters');

export const filtersQuery = (slug: string) =>
  queryOptions({
    queryKey: slug ? ['alliance', slug, 'filters'] : ['me', 'filters'],
    queryFn: ({ signal }) => get<SavedFilters>(homeOf(slug), signal),
  });

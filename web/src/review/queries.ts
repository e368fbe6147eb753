import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { components } from '@/api/schema';
import type { Id } from '@/api/types';

type Shape = components['schemas'];
export type Freeze = Shape['ReviewFreezeItem'];
export type FreezeRow = Shape['ReviewFreezeRow'];
export type FreezeList = Shape['ReviewFreezeList'];
export type FreezeView = Shape['ReviewFreezeView'];
export type FrozenDocument = Shape['ReviewDocument'];
export type Restated = Shape['ReviewRestated'];
export type Comparison = Shape['ReviewComparisonView'];
export type Compared = Shape['ReviewCompared'];
export type Standing = Shape['ReviewStanding'];

/** What the reviews froze, newest first, with how many values came after each. */
export const freezesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'freezes'],
    queryFn: ({ signal }) => get<FreezeList>(`/alliances/${slug}/freezes`, signal),
  });

/** One freeze with its whole document, and what is known otherwise by now. */
export const freezeQuery = (slug: string, id: Id) =>
  queryOptions({
    queryKey: ['alliance', slug, 'freeze', id],
    queryFn: ({ signal }) => get<FreezeView>(`/freezes/${id}`, signal),
  });

export const comparisonQuery = (slug: string, from: Id, to: Id) =>
  queryOptions({
    queryKey: ['alliance', slug, 'freezes', 'compare', from, to],
    queryFn: ({ signal }) => get<Comparison>(`/alliances/${slug}/freezes/compare${query({ from, to })}`, signal),
    placeholderData: keepPreviousData,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { components } from '@/api/schema';

type Shape = components['schemas'];
export type CharterList = Shape['CharterCharterList'];
export type Charter = Shape['CharterCharterView'];
export type Partner = Shape['CharterPartner'];
export type Signatory = Shape['CharterSignatory'];
export type CharterState = Shape['CharterState'];
export type Difference = Shape['CharterDifference'];
export type ItemChange = Shape['CharterItemChange'];
export type FieldChange = Shape['CharterFieldChange'];
export type Change = Shape['CharterChange'];
export type CharterRef = Shape['ModelCharterRef'];

/** The versions, how far the draft is from what is in force, and who may sign; of an agreement's space, or the shared one. */
export const chartersQuery = (slug: string, space?: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'charters', space],
    queryFn: ({ signal }) => get<CharterList>(`/alliances/${slug}/charters${query({ space })}`, signal),
  });

/** What differs between two versions; each is a number, "draft" or "nothing". */
export const differenceQuery = (slug: string, from: string, to: string, space?: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'difference', from, to, space],
    queryFn: ({ signal }) => get<Difference>(`/alliances/${slug}/charters/difference${query({ from, to, space })}`, signal),
    placeholderData: keepPreviousData,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { components } from '@/api/schema';

type Shape = components['schemas'];
export type Value = Shape['ValueValueView'];
export type Hope = Shape['ValueHopeView'];
export type HopeWord = Shape['ValueHopeWordView'];
export type Outcome = Shape['ValueOutcome'];
export type Benefit = Shape['ValueBenefitView'];
export type BenefitKind = Shape['ValueBenefitKind'];
export type BenefitWord = Shape['ValueBenefitWordView'];
export type Cost = Shape['ValueCostView'];
export type Sum = Shape['ValueSum'];

/** Hopes, benefits and costs; of one year or of all. */
export const valueQuery = (slug: string, year?: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'value', year ?? ''],
    queryFn: ({ signal }) => get<Value>(`/alliances/${slug}/value${query({ year })}`, signal),
    placeholderData: keepPreviousData,
  });

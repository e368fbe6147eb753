import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { components } from '@/api/schema';
import { t } from '@/i18n/t';

type Shape = components['schemas'];
export type Renegotiation = Shape['DisciplineRenegotiation'];
export type PutUp = Shape['DisciplinePutUp'];
export type DecidedItem = Shape['DisciplineDecidedItem'];
export type Standing = Shape['DisciplineStanding'];
export type Verdict = Shape['DisciplineReviewVerdict'];

export const renegotiationQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'renegotiation'],
    queryFn: ({ signal }) => get<Renegotiation>(`/alliances/${slug}/renegotiation`, signal),
  });

export const verdictWords = (): Record<Verdict, string> => ({
  renegotiate: t('review.renegotiate', 'Renegotiate'),
  keep: t('review.keep', 'Keep'),
  drop: t('review.drop', 'Drop'),
});

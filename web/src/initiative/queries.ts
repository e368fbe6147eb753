import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { At } from '@/api/queries';
import type { components } from '@/api/schema';
import type { Id } from '@/api/types';
import { number } from '@/i18n/format';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';

type Shape = components['schemas'];
export type InitiativeList = Shape['InitiativeInitiativeList'];
export type InitiativeItem = Shape['InitiativeInitiativeItem'];
export type Course = Shape['InitiativeCourseView'];
export type CoursePoint = Shape['InitiativeCoursePoint'];
export type Effect = Shape['InitiativeEffectView'];
export type Verdict = Shape['InitiativeVerdict'];

export const initiativesQuery = (slug: string, { period, side }: At) =>
  queryOptions({
    queryKey: ['alliance', slug, 'initiatives', period, side],
    queryFn: ({ signal }) => get<InitiativeList>(`/alliances/${slug}/initiatives${query({ period, side })}`, signal),
    placeholderData: keepPreviousData,
  });

export const courseQuery = (slug: string, id: Id, { period }: At) =>
  queryOptions({
    queryKey: ['alliance', slug, 'initiative', id, 'course', period],
    queryFn: ({ signal }) => get<Course>(`/initiatives/${id}/course${query({ period })}`, signal),
    placeholderData: keepPreviousData,
  });

export const verdictWords = (): Record<Verdict, string> => ({
  moved: t('effect.moved', 'moved'),
  flat: t('effect.flat', 'flat'),
  against: t('effect.against', 'went the other way'),
  too_early: t('effect.early', 'too early'),
  cannot_tell: t('effect.unknown', 'cannot tell'),
});

type Unit = Pick<Effect, 'unit' | 'decimals'>;

export const amount = ({ unit, decimals }: Unit, value: number) =>
  withUnit(number(value, Number.isInteger(value) ? 0 : Math.max(1, decimals)), unit, value);

/** "+5 points", with its sign. */
export function signed(of: Unit, value: number): string {
  return value > 0 ? `+${amount(of, value)}` : amount(of, value);
}

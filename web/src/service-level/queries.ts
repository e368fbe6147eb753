import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { components } from '@/api/schema';
import type { Id } from '@/api/types';
import { number } from '@/i18n/format';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';

type Shape = components['schemas'];
export type LevelList = Shape['Service_levelLevelList'];
export type LevelRow = Shape['Service_levelLevelRow'];
export type Level = Shape['Service_levelLevelView'];
export type PeriodMark = Shape['Service_levelPeriodMark'];
export type Standing = Shape['Service_levelStanding'];
export type Tally = Shape['Service_levelTallyView'];

export const levelsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'service-levels'],
    queryFn: ({ signal }) => get<LevelList>(`/alliances/${slug}/service-levels`, signal),
  });

export const levelQuery = (slug: string, id: Id) =>
  queryOptions({
    queryKey: ['alliance', slug, 'service_level', id],
    queryFn: ({ signal }) => get<Level>(`/service-levels/${id}`, signal),
  });

export const standingWords = (): Record<Standing, string> => ({
  met: t('level.met', 'kept'),
  missed: t('level.missed', 'missed'),
  na: t('level.na', 'not applicable'),
  pending: t('level.pending', 'not due yet'),
  unreported: t('level.unreported', 'not reported'),
});

/** "≥ 95 %" */
export function limitWords({ direction, unit, decimals }: Pick<LevelRow, 'direction' | 'unit' | 'decimals'>, limit: number): string {
  return `${direction === 'at_least' ? '≥' : '≤'} ${withUnit(plain({ decimals }, limit), unit, limit)}`;
}

export function valueWords(level: Pick<LevelRow, 'unit' | 'decimals'>, value: number | null): string {
  return value === null ? '–' : withUnit(plain(level, value), level.unit, value);
}

/** The number without its unit. */
export function plain({ decimals }: Pick<LevelRow, 'decimals'>, value: number): string {
  return number(value, fewest(value, decimals));
}

/** The decimals that are shown, and more where the number has them: a value just under its limit must not look like it. */
function fewest(value: number, decimals: number): number {
  const own = String(value).split('.')[1]?.length ?? 0;
  return Math.min(9, Math.max(decimals, own));
}

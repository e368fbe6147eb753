import { date, numberFormat } from '@/i18n/format';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';
import type { Light, LightState, Trend } from './types';

/** The word for a light: "On track". */
export function lightWord(light: Light): string {
  return {
    green: t('light.green', 'On track'),
    yellow: t('light.yellow', 'At risk'),
    red: t('light.red', 'Off track'),
    grey: t('light.grey', 'No judgement'),
  }[light];
}

/** Whether the parties differ on a value behind the light. */
export const isDisputed = (state: LightState): boolean => state.flags?.includes('disputed') ?? false;
/** Whether a party contests the light itself. */
export const isContested = (state: LightState): boolean => state.flags?.includes('contested') ?? false;
export const contestedWord = () => t('light.contested', 'contested');

/** The whole light in words: "At risk or off track, value carried forward, set by hand". */
export function lightSentence(state: LightState): string {
  const parts = [lightWord(state.light)];
  if (state.split && state.split !== state.light) {
    parts[0] = t('light.could', '{light}, could be {other}', {
      light: lightWord(state.light),
      other: lightWord(state.split).toLowerCase(),
    });
  }
  if (state.stale) parts.push(t('light.stale', 'value carried forward'));
  if (state.due) parts.push(t('light.due', 'new value due'));
  if (state.overridden) parts.push(t('light.byHand', 'set by hand'));
  if (isDisputed(state)) parts.push(t('light.disputed', 'a value is disputed'));
  if (isContested(state)) parts.push(contestedWord());
  return parts.join(', ');
}

/** The word for a trend: "getting better", or for a measure "falling behind its target". */
export function trendWord(trend: Trend, against?: 'target'): string {
  if (against === 'target')
    return {
      better: t('trend.target.better', 'gaining on its target'),
      worse: t('trend.target.worse', 'falling behind its target'),
      flat: t('trend.target.flat', 'steady against its target'),
      insufficient: t('trend.insufficient', 'too few values for a trend'),
    }[trend];
  return {
    better: t('trend.better', 'getting better'),
    worse: t('trend.worse', 'getting worse'),
    flat: t('trend.flat', 'steady'),
    insufficient: t('trend.insufficient', 'too few values for a trend'),
  }[trend];
}

/** A number as people write it: 1234.5 → "1,234.5"; decimals null means as many as there are, six at most. Whole numbers have none. */
export function numberText(value: number, decimals: number | null = null): string {
  return numberFormat({ minimumFractionDigits: Number.isInteger(value) ? 0 : (decimals ?? 0), maximumFractionDigits: decimals ?? 6 }).format(value);
}

/** Whether a value is a day, as those of milestones are. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** Any cell's value as text; absence is an en dash. */
export function valueText(value: number | string | boolean | null | undefined, decimals: number | null = null): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return numberText(value, decimals);
  if (typeof value === 'boolean') return value ? t('value.yes', 'yes') : t('value.no', 'no');
  return isDay(value) ? date(value) : value;
}

/** A measure's value with its unit, on one line: "1,399 EUR million", "67 %", "1 award". */
export function measured(
  value: number | string | boolean | null | undefined,
  { unit, decimals }: { unit: string; decimals: number },
): string {
  return typeof value === 'number' ? withUnit(numberText(value, decimals), unit, value) : valueText(value);
}

/** A limit or target: as exact as it was set, up to two decimals; what was computed gets the measure's own decimals. */
export function limitText(value: number, { unit, decimals }: { unit: string; decimals: number }): string {
  const set = Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
  return withUnit(numberText(value, set ? null : decimals), unit, value);
}

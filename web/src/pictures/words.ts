import type { Light, LightState, Trend } from './types';

const lightWords: Record<Light, string> = {
  green: 'On track',
  yellow: 'At risk',
  red: 'Off track',
  grey: 'No judgement',
};

const trendWords: Record<Trend, string> = {
  better: 'getting better',
  worse: 'getting worse',
  flat: 'steady',
  insufficient: 'too few values for a trend',
};

/** The word for a light: "On track". */
export function lightWord(light: Light): string {
  return lightWords[light];
}

/** The whole light in words: "At risk or off track, value carried forward, set by hand". */
export function lightSentence(state: LightState): string {
  const parts = [lightWord(state.light)];
  if (state.split && state.split !== state.light) {
    parts[0] = `${lightWord(state.light)}, could be ${lightWord(state.split).toLowerCase()}`;
  }
  if (state.stale) parts.push('value carried forward');
  if (state.due) parts.push('new value due');
  if (state.overridden) parts.push('set by hand');
  if (state.disputed) parts.push('disputed');
  return parts.join(', ');
}

/** The word for a trend: "getting better". */
export function trendWord(trend: Trend): string {
  return trendWords[trend];
}

/** A number as people write it: 1234.5 → "1,234.5"; decimals null means as many as there are, six at most. */
export function numberText(value: number, decimals: number | null = null): string {
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  });
}

/** Any cell's value as text; absence is an en dash. */
export function valueText(value: number | string | boolean | null | undefined, decimals: number | null = null): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return numberText(value, decimals);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}

import type { Light, LightState, Trend } from './types';

const light_words: Record<Light, string> = {
  green: 'On track',
  yellow: 'At risk',
  red: 'Off track',
  grey: 'No judgement',
};

const trend_words: Record<Trend, string> = {
  better: 'getting better',
  worse: 'getting worse',
  flat: 'steady',
  insufficient: 'too few values for a trend',
};

/** The word for a light: "On track". */
export function light_word(light: Light): string {
  return light_words[light];
}

/** The whole light in words: "At risk or off track, value carried forward, set by hand". */
export function light_sentence(state: LightState): string {
  const parts = [light_word(state.light)];
  if (state.split && state.split !== state.light) {
    parts[0] = `${light_word(state.light)}, could be ${light_word(state.split).toLowerCase()}`;
  }
  if (state.stale) parts.push('value carried forward');
  if (state.due) parts.push('new value due');
  if (state.overridden) parts.push('set by hand');
  if (state.disputed) parts.push('disputed');
  return parts.join(', ');
}

/** The word for a trend: "getting better". */
export function trend_word(trend: Trend): string {
  return trend_words[trend];
}

/** A number as people write it: 1234.5 → "1,234.5"; decimals null means as many as there are, six at most. */
export function number_text(value: number, decimals: number | null = null): string {
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  });
}

/** Any cell's value as text; absence is an en dash. */
export function value_text(
  value: number | string | boolean | null | undefined,
  decimals: number | null = null,
): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return number_text(value, decimals);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}

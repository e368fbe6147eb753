import { unitSpace } from './format';
import { locale } from './t';

// Units are the partners' own words, mostly English plurals; these few say their one in another way.
const ones: Record<string, string> = { people: 'person', persons: 'person', days: 'day', series: 'series' };

/** The unit as it follows this number: "1 award", "2 awards". Only English words of one part are changed. */
export function unitFor(value: number | null, unit: string): string {
  if (Math.abs(value ?? 0) !== 1 || !locale().startsWith('en')) return unit;
  const known = ones[unit];
  if (known) return known;
  if (!/^[a-z]{3,}s$/.test(unit) || /(ss|us|is)$/.test(unit)) return unit;
  if (/ies$/.test(unit)) return unit.replace(/ies$/, 'y');
  return /(ches|shes|sses|xes)$/.test(unit) ? unit.slice(0, -2) : unit.slice(0, -1);
}

/** A written number and its unit, kept on one line: "67 %", "440 EUR thousand". A long unit may break inside itself. */
export function withUnit(text: string, unit: string, value: number | null = null): string {
  if (!unit) return text;
  const word = unitFor(value, unit);
  return `${text}${unitSpace}${word.length <= 16 ? word.replaceAll(' ', '\u00a0') : word}`;
}

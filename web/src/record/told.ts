import type { RecordItem } from '@/api/types';
import { date, list, moment, numberFormat, period } from '@/i18n/format';
import { t } from '@/i18n/t';
import { fieldWord } from './field-words';
import type { Names } from './names';

export type FieldChange = RecordItem['changes'][number];
/** One line of what an act changed; null where there was or is nothing. */
export type Told = { what: string; before: string | null; after: string | null };

/** What an act changed, for people: a line for each field, and for each part of what has parts. */
export function told(changes: readonly FieldChange[], names: Names = new Map()): Told[] {
  return changes.flatMap(({ field, before, after }) => {
    const was = partsOf(field, before, names);
    const is = partsOf(field, after, names);
    return [...new Set([...is.keys(), ...was.keys()])]
      .map((what) => ({ what, before: was.get(what) ?? null, after: is.get(what) ?? null }))
      .filter((line) => line.before !== line.after);
  });
}

/** The same as the server gave it, for who wants to see exactly that. */
export const raw = (changes: readonly FieldChange[]): string =>
  changes.map(({ field, before, after }) => [field, before === null ? '' : `- ${before}`, after === null ? '' : `+ ${after}`].filter(Boolean).join('\n')).join('\n\n');

/** What people wrote: it stays as it is, even where it looks like a number or a day. */
const written = new Set([
  'analysis', 'baseline', 'closing_reason', 'code', 'currency', 'definition', 'description', 'evidence', 'formula', 'mission', 'name',
  'note', 'promise', 'purpose', 'question', 'reason', 'recommendation', 'summary', 'text', 'title', 'unit', 'vision', 'words',
]);

function partsOf(field: string, text: string | null, names: Names): Map<string, string> {
  const parts = new Map<string, string>();
  if (text !== null) put(parts, fieldWord(field), field, written.has(field) ? text : structured(text), names);
  return parts;
}

/** Lists and objects come as JSON; anything else is the text itself. */
function structured(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null;

function put(parts: Map<string, string>, what: string, field: string, value: unknown, names: Names): void {
  if (value === null || value === '') return;
  if (!isThing(value)) parts.set(what, readable(field, value, names));
  else if (!Array.isArray(value))
    for (const [name, part] of Object.entries(value)) put(parts, `${what}: ${fieldWord(name).toLowerCase()}`, name, part, names);
  else if (value.some(isThing)) value.forEach((one, index) => put(parts, `${what} ${index + 1}`, field, one, names));
  else if (value.length) parts.set(what, list(value.map((one) => readable(field, one, names))));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Shares of the whole, from 0 to 1. */
const shares = new Set(['progress', 'planned']);

/** One value in the reader's way of writing. */
function readable(field: string, value: unknown, names: Names): string {
  if (typeof value === 'boolean') return value ? t('value.yes', 'yes') : t('value.no', 'no');
  const text = String(value);
  if (written.has(field)) return text;
  if (text === 'yes') return t('value.yes', 'yes');
  if (text === 'no') return t('value.no', 'no');
  // Four digits may be a year. The text is formatted, not a number made of it: no digit is lost.
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) {
    if (shares.has(field)) return numberFormat({ style: 'percent', maximumFractionDigits: 20 }).format(text as never);
    return /^\d{4}$/.test(text) ? text : numberFormat({ maximumFractionDigits: 20 }).format(text as never);
  }
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return moment(text);
  if (/^\d{4}-/.test(text)) return period(text);
  // The server writes a day in English.
  const day = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text);
  const month = months.indexOf(day?.[2] ?? '') + 1;
  if (day && month) return date(`${day[3]}-${String(month).padStart(2, '0')}-${day[1]?.padStart(2, '0')}`);
  if (/^[0-9a-hjkmnp-tv-z]{20}$/.test(text)) return names.get(text) ?? `${text.slice(0, 8)}…`;
  if (/^[0-9a-f]{60,}$/.test(text)) return `${text.slice(0, 12)}…`;
  // Words of the program, one or several: "sponsor body_member".
  if (/^[a-z_]+( [a-z_]+)*$/.test(text) && text.includes('_')) return list(text.split(' ').map((word) => word.replaceAll('_', ' ')));
  return text;
}

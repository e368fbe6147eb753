import type { Cell, MeasureRow } from '@/api/types';
import { t } from '@/i18n/t';

export type Entered = { value: number | string | boolean } | { state: 'na' } | { error: string };

/** The cell that a value is entered for: the period that the scorecard shows. */
export function entryCell(measure: Pick<MeasureRow, 'recent'>): Cell | null {
  return measure.recent[measure.recent.length - 1] ?? null;
}

/** Whether saving would change a value that stands already: then a reason is needed. */
export function isCorrection(cell: Cell | null): boolean {
  return cell !== null && (cell.state === 'value' || cell.state === 'na' || cell.state === 'withheld');
}

/** Whether its owner keeps the value from the partner: then what the partner sees is chosen each time. */
export function isWithheld(cell: Pick<Cell, 'state' | 'light_only'> | null): boolean {
  return cell !== null && (cell.light_only === true || cell.state === 'withheld');
}

const kinds = (recent: readonly Pick<Cell, 'value'>[], kind: string) =>
  recent.some((cell) => typeof cell.value === kind);

/**
 * What a person typed, as a value: a number with a point (and commas or spaces between thousands), yes or no, a word of
 * a scale, or "n/a". A decimal comma is refused with advice, for it could mean a thousand.
 */
export function readValue(text: string, recent: readonly Pick<Cell, 'value'>[] = []): Entered {
  const plain = text.trim().replace(/\u2212/g, '-');
  if (/^n\/?a$/i.test(plain)) return { state: 'na' };
  if (/^(yes|no|true|false)$/i.test(plain) && !kinds(recent, 'number')) return { value: /^(yes|true)$/i.test(plain) };
  const bare = plain.replace(/[\s\u00a0\u202f']/g, '').replace(/%$/, '');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return number(bare.replaceAll(',', ''));
  if (/^[+-]?\d*,\d+$/.test(bare))
    return { error: t('entry.comma', 'Write the decimals with a point: {text}.', { text: bare.replace(',', '.') }) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) return number(bare);
  if (kinds(recent, 'string') && plain) return { value: plain };
  return {
    error: plain
      ? t('entry.notNumber', '“{text}” is not a number.', { text: plain })
      : t('entry.empty', 'Type a value, or n/a.'),
  };
}

function number(text: string): Entered {
  const value = Number(text);
  return Number.isFinite(value)
    ? { value: value === 0 ? 0 : value }
    : { error: t('entry.tooLarge', 'This number is too large.') };
}

/** The lines of a column copied from a spreadsheet; only the first column of several. The last line break is dropped. */
export function columnIn(text: string): string[] {
  return text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line.split('\t')[0] ?? '').trim());
}

import type { Cell, ValueWord } from '@/api/types';
import { list } from '@/i18n/format';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';
import { valueText } from '@/pictures';

/** A value as both sides read it: with all its decimals, so that two that differ never look the same. */
export function exact(value: Cell['value'], unit: string): string {
  return typeof value === 'number' ? withUnit(valueText(value), unit, value) : valueText(value);
}

export type Standing = { kind: 'waits' | 'accepted' | 'disputed'; text: string };

/** What became of a value that both sides have a say about; nothing where nobody was asked. `partners`: all of them, by name. */
export function standingOf(
  cell: Pick<Cell, 'value' | 'submission' | 'words' | 'giver' | 'may_speak'>,
  partners: readonly string[],
): Standing | null {
  const said = cell.words ?? [];
  switch (cell.submission) {
    case 'submitted': {
      const others = partners.filter((name) => name !== cell.giver);
      const whom = cell.may_speak
        ? t('keys.yourWord', 'your word')
        : others.length
          ? list(others)
          : t('keys.otherSide', 'the other side');
      return { kind: 'waits', text: t('keys.waits', 'waits for {whom}', { whom }) };
    }
    case 'accepted': {
      const by = said.filter((word) => word.verdict === 'accepted').map((word) => word.party_name);
      return { kind: 'accepted', text: t('keys.acceptedBy', 'accepted by {by}', { by: list(by) }) };
    }
    case 'disputed': {
      const theirs = said.filter((word) => word.verdict === 'disputed').map((word) => valueText(word.value));
      const text = t('keys.disputed', 'disputed: {value} against {other}', {
        value: valueText(cell.value),
        other: list(theirs),
      });
      return { kind: 'disputed', text };
    }
    default:
      return null;
  }
}

/** What the viewer's own party said of a value, if anything. */
export function ownWord(words: readonly ValueWord[] | null | undefined): ValueWord | undefined {
  return words?.find((word) => word.mine);
}

type Grouped = { measure: string; submission: string; may_speak: boolean };

/** The rows by what is to be done with them, those of one measure together in the order in which they come. */
export function parted<Row extends Grouped>(rows: readonly Row[]) {
  const waiting = (may_speak: boolean) => {
    const measures = new Map<string, Row[]>();
    for (const row of rows) {
      if (row.submission !== 'submitted' || row.may_speak !== may_speak) continue;
      measures.set(row.measure, [...(measures.get(row.measure) ?? []), row]);
    }
    return [...measures.values()];
  };
  return { mine: waiting(true), disputed: rows.filter((row) => row.submission === 'disputed'), theirs: waiting(false) };
}

/** Names one value among all. */
export const rowKey = (row: { measure: string; period: string }) => `${row.measure} ${row.period}`;

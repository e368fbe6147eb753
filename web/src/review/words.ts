import type { MeasureRow, Observation } from '@/api/types';
import { date, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { measured } from '@/pictures';
import type { Compared, Freeze, Restated } from './queries';

/** By which text it was judged. */
export const judgedBy = ({ charter }: Pick<Freeze, 'charter'>): string =>
  charter === null ? t('review.byDraft', 'the working draft') : t('review.byVersion', 'version {n} of the charter', { n: charter });

/** "As of 31 Dec 2009, by version 2 of the charter". */
export const asOf = (freeze: Pick<Freeze, 'last_day' | 'charter'>): string =>
  t('review.asOf', 'As of {day}, judged by {text}', { day: date(freeze.last_day), text: judgedBy(freeze) });

/** "Frozen by Anna Verbeke, Aldermere Pharma, 1 Feb 2010, 10:00". */
export const takenBy = ({ by, party, taken_at }: Pick<Freeze, 'by' | 'party' | 'taken_at'>): string =>
  t('review.taken', 'Frozen by {who}, {when}', { who: [by, party].filter(Boolean).join(', '), when: moment(taken_at) });

/** How many values came, or were corrected, after it; nothing where none did. */
export const laterWords = (later: number): string =>
  later === 0 ? '' : t('review.later', '{n} {n|value|values} recorded since', { n: later });

type Value = Restated['before'];
type Named = { unit: string; decimals: number };

/** One side of a value that is known otherwise by now. */
export function restatedText(value: Value, state: Restated['state_before'], measure: Named): string {
  if (value !== null) return measured(value, measure);
  const words: Partial<Record<Restated['state_before'], string>> = {
    missing: t('review.none', 'no value'),
    pending: t('review.none', 'no value'),
    stale: t('review.none', 'no value'),
    na: t('state.na', 'does not apply'),
    withheld: t('state.withheld', 'not shared'),
  };
  return words[state] ?? t('review.none', 'no value');
}

/** The parts of a definition that a comparison names. */
export function fieldWord(name: string): string {
  return (
    {
      title: t('review.field.title', 'Name'),
      code: t('review.field.code', 'Code'),
      target: t('review.field.target', 'Target'),
      unit: t('review.field.unit', 'Unit'),
      weight: t('review.field.weight', 'Weight'),
      mandatory: t('review.field.mandatory', 'Must be met'),
      frequency: t('review.field.frequency', 'How often'),
      owner: t('review.field.owner', 'Owner'),
      definition: t('review.field.definition', 'Definition'),
      formula: t('review.field.formula', 'Formula'),
      aggregation: t('review.field.aggregation', 'Over longer periods'),
      'two keys': t('review.field.keys', 'Needs both sides'),
      theme: t('review.field.theme', 'Theme'),
      description: t('review.field.description', 'Description'),
      method: t('review.field.method', 'Put together by'),
      'red override': t('review.field.red', 'One red makes it red'),
      leader: t('review.field.leader', 'Theme leader'),
      priority: t('review.field.priority', 'Priority'),
    }[name] ?? name
  );
}

export type Kind = 'light' | 'value' | 'definition' | 'came' | 'went';

/** What kinds of difference an item has: one item can have several. */
export function kindsOf({ change, before, after, fields }: Compared): Kind[] {
  if (change === 'added') return ['came'];
  if (change === 'removed') return ['went'];
  const kinds: Kind[] = [];
  if (before && after && before.light !== after.light) kinds.push('light');
  if (before && after && (before.value !== after.value || before.period !== after.period)) kinds.push('value');
  if (fields.length > 0) kinds.push('definition');
  return kinds;
}

/** What a review saw of one period of a measure, for the page that shows the newest value. */
export type FrozenAs = { freeze: Freeze; value: string | null; state: Observation['state'] | 'missing' };

/**
 * The latest freeze that has another value than the newest: `title` is the one that the cell names. What it saw is the last row
 * that was recorded before it was taken.
 */
export function frozenAs(
  period: string,
  title: string | null | undefined,
  observations: readonly Observation[],
  freezes: readonly Freeze[],
): FrozenAs | null {
  const rows = observations
    .filter((row) => row.period === period && row.series === 'actual')
    .sort((a, b) => a.recorded_at.localeCompare(b.recorded_at));
  const newest = rows.at(-1);
  if (!title || !newest) return null;
  const freeze = freezes
    .filter((one) => one.title === title && one.taken_at < newest.recorded_at)
    .sort((a, b) => a.taken_at.localeCompare(b.taken_at))
    .at(-1);
  if (!freeze) return null;
  const seen = rows.filter((row) => row.recorded_at <= freeze.taken_at).at(-1);
  return { freeze, value: seen?.value ?? null, state: seen?.state ?? 'missing' };
}

/** "frozen in Review of Q4 2009 as 600 patients". */
export function frozenSentence({ freeze, value, state }: FrozenAs, measure: Pick<MeasureRow, 'unit' | 'decimals'>): string {
  if (value === null)
    return state === 'missing'
      ? t('review.frozenNone', 'not there yet when {title} was frozen', { title: freeze.title })
      : t('review.frozenState', 'frozen in {title} without a value', { title: freeze.title });
  const plain = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return t('review.frozenAs', 'frozen in {title} as {value}', { title: freeze.title, value: measured(plain, measure) });
}

import type { components } from '@/api/schema';
import type { Scoring } from '@/api/types';
import { calendars, months } from '@/alliance/calendar-words';
import { date, number } from '@/i18n/format';
import { t } from '@/i18n/t';
import { aggregations, frequencies, sources } from '@/scorecard/measure-words';
import { scoringWords } from '@/scorecard/scoring/draft';
import type { Change, FieldChange } from './queries';

export function changeWord(change: Change): string {
  return {
    added: t('change.added', 'Added'),
    changed: t('change.changed', 'Changed'),
    removed: t('change.removed', 'Removed'),
  }[change];
}

export const kindsInOrder = ['terms', 'perspective', 'theme', 'objective', 'link', 'win', 'value', 'measure', 'target'];

/** The heading over all items of a kind. */
export function kindWord(kind: string): string {
  const known: Record<string, string> = {
    terms: t('kind.terms', 'The alliance as a whole'),
    perspective: t('kind.perspectives', 'Perspectives'),
    theme: t('kind.themes', 'Themes'),
    objective: t('kind.objectives', 'Objectives'),
    link: t('kind.links', 'Links of cause and effect'),
    win: t('kind.wins', 'Wins'),
    value: t('kind.values', 'Shared values'),
    measure: t('kind.measures', 'Measures'),
    target: t('kind.targets', 'Targets'),
  };
  return known[kind] ?? kind;
}

/** What a member of an item is called. */
export function fieldWord(kind: string, name: string): string {
  if (name === 'kind') return kind === 'measure' ? t('measure.kind', 'Lead or lag') : t('field.themeKind', 'Kind of theme');
  if (kind === 'link' && name === 'cause') return t('field.cause', 'From');
  const known: Record<string, string> = {
    name: t('parts.name', 'Name'),
    title: t('edit.title', 'Title'),
    text: t('field.text', 'Text'),
    code: t('field.code', 'Code'),
    description: t('objective.description', 'Description'),
    question: t('field.question', 'Question'),
    vision: t('field.vision', 'Vision'),
    mission: t('field.mission', 'Mission'),
    first_month: t('create.month', 'The year begins in'),
    first_day: t('field.firstDay', 'The year begins on day'),
    calendar: t('create.calendar', 'Calendar'),
    method: t('field.method', 'The light comes from'),
    k: t('field.k', 'How many must be green'),
    weight: t('measure.weight', 'Weight'),
    mandatory: t('measure.mandatory', 'Must be met'),
    red_override: t('field.redOverride', 'A red below makes it red'),
    manual_light: t('field.manualLight', 'Light set in the plan'),
    manual_reason: t('field.manualReason', 'Reason of that light'),
    pin_column: t('field.pinColumn', 'Kept in column'),
    pin_row: t('field.pinRow', 'Kept in row'),
    position: t('field.position', 'Place in the order'),
    foreign_id: t('field.foreign', 'Identifier elsewhere'),
    colour: t('field.colour', 'Colour'),
    leader: t('score.leader', 'Theme leader'),
    priority: t('field.priority', 'Priority'),
    perspective: t('edit.lane', 'Perspective'),
    theme: t('edit.theme', 'Theme'),
    owner: t('measure.owner', 'Owner'),
    effect: t('field.effect', 'Leads to'),
    sign: t('field.sign', 'Helps or hinders'),
    lag_months: t('field.lag', 'Works after'),
    strength: t('field.strength', 'Strength'),
    party: t('field.party', 'Who wins'),
    objectives: t('field.objectives', 'Comes from'),
    objective: t('field.objective', 'Objective'),
    definition: t('measure.definitionHead', 'Definition'),
    unit: t('field.unit', 'Unit'),
    decimals: t('measure.decimals', 'Decimals'),
    currency: t('field.currency', 'Currency'),
    frequency: t('measure.frequency', 'How often'),
    aggregation: t('measure.aggregation', 'Over longer periods'),
    source: t('measure.source', 'Comes from'),
    dimension: t('field.dimension', 'Step of the value chain'),
    supplier: t('measure.supplier', 'Supplied by'),
    carry: t('measure.carry', 'Carried forward'),
    grace: t('measure.grace', 'Days of grace'),
    cumulative: t('measure.cumulative', 'Adds up'),
    seasonal: t('measure.seasonal', 'Has seasons'),
    natural_min: t('measure.min', 'Cannot be below'),
    natural_max: t('measure.max', 'Cannot be above'),
    base: t('field.base', 'Points that set the limits'),
    starts: t('field.starts', 'Starts'),
    retired: t('field.retired', 'Ends'),
    review_date: t('measure.review', 'Review'),
    formula: t('field.formula', 'Formula'),
    nulls: t('field.nulls', 'Missing inputs of the formula'),
    two_keys: t('field.twoKeys', 'The partner accepts each value'),
    two_keys_from: t('field.twoKeysFrom', 'Accepted values count from'),
    note_below: t('field.noteBelow', 'A note is needed below a score of'),
    measure: t('field.measure', 'Measure'),
    effective_from: t('field.from', 'Holds from'),
    scoring: t('field.scoring', 'Target'),
    assumed: t('field.assumed', 'Assumed, please check'),
    reason: t('field.reason', 'Reason'),
  };
  return known[name] ?? name.replaceAll('_', ' ');
}

const numeric = new Set(['note_below', 'weight', 'k', 'decimals', 'carry', 'grace', 'natural_min', 'natural_max', 'base', 'first_day']);
const fromNought = new Set(['position', 'pin_column', 'pin_row']);
const days = new Set(['starts', 'retired', 'review_date', 'effective_from', 'two_keys_from']);

function named(list: readonly { id: string; label: string }[], id: string): string {
  return list.find((one) => one.id === id)?.label ?? id;
}

type Methods = components['schemas']['StrategyMethod'];
const methods = (): Record<Methods, string> => ({
  mean: t('method.mean', 'the mean of what is below'),
  worst: t('method.worst', 'the worst of what is below'),
  best: t('method.best', 'the best of what is below'),
  median: t('method.median', 'the median of what is below'),
  k_of_n: t('method.k', 'how many below are green'),
  manual: t('method.manual', 'a person'),
  none: t('method.none', 'nothing: no light'),
});

const others = (): Record<string, Record<string, string>> => ({
  method: methods(),
  nulls: {
    propagate: t('nulls.propagate', 'The result is missing too'),
    ignore: t('nulls.ignore', 'They are left out of sums and means'),
    zero: t('nulls.zero', 'They count as zero'),
  },
  sign: { helps: t('edit.helps', 'helps'), hinders: t('edit.hinders', 'hinders') },
  strength: { weak: t('strength.weak', 'weak'), medium: t('strength.medium', 'medium'), strong: t('strength.strong', 'strong') },
  kind: {
    lead: t('kind.lead', 'Lead: moves first'),
    lag: t('kind.lag', 'Lag: shows the result'),
    managed: t('themeKind.managed', 'managed by numbers'),
    co_creation: t('themeKind.co', 'co-creation'),
  },
});

/** One side of a field as people read it. `text` is what the server says; empty where there is nothing. */
export function plain(kind: string, name: string, text: string): string {
  if (text === '') return '';
  if (days.has(name)) return date(text);
  if (numeric.has(name) && Number.isFinite(Number(text))) return number(Number(text));
  if (fromNought.has(name)) return number(Number(text) + 1);
  if (name === 'lag_months')
    return text === '0'
      ? t('edit.atOnce', 'at once')
      : t('field.months', '{n} {n|month|months}', { n: Number(text) });
  if (kind === 'terms' && name === 'first_month') return named(months(), text);
  if (kind === 'terms' && name === 'calendar') return named(calendars(), text);
  if (name === 'frequency') return named(frequencies(), text);
  if (name === 'aggregation') return named(aggregations(), text);
  if (kind === 'measure' && name === 'source') return named(sources(), text);
  if (name === 'scoring') return scoringIn(text);
  if (text === 'yes') return t('word.yes', 'yes');
  if (text === 'no') return t('word.no', 'no');
  return others()[name]?.[text] ?? text;
}

function scoringOf(text: string): Scoring | null {
  try {
    return JSON.parse(text) as Scoring;
  } catch {
    return null;
  }
}

function scoringIn(text: string): string {
  const scoring = scoringOf(text);
  return scoring ? scoringWords(scoring) : text;
}

const limits = (): Record<string, string> => ({
  worst: t('limit.worst', 'worst'),
  stretch: t('limit.stretch', 'stretch'),
  red: t('limit.red', 'red'),
  green: t('limit.green', 'green'),
  red_low: t('limit.redLow', 'red below'),
  red_high: t('limit.redHigh', 'red above'),
  baseline: t('limit.baseline', 'start'),
  target: t('limit.target', 'goal'),
  start: t('limit.start', 'from'),
  due: t('limit.due', 'by'),
});

/** Both sides of a field. Where the words hide the difference between two targets, what differs is added. */
export function plainSides(kind: string, field: FieldChange): { before: string; after: string } {
  const before = plain(kind, field.name, field.before);
  const after = plain(kind, field.name, field.after);
  if (field.name !== 'scoring' || before !== after) return { before, after };
  const was = scoringOf(field.before) as Record<string, unknown> | null;
  const is = scoringOf(field.after) as Record<string, unknown> | null;
  if (!was || !is) return { before, after };
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  );
  const more = (side: Record<string, unknown>) =>
    names.map((name) => `${limits()[name] ?? name} ${value(side[name])}`).join(', ');
  return { before: `${before} (${more(was)})`, after: `${after} (${more(is)})` };
}

function value(one: unknown): string {
  if (one === undefined) return '–';
  if (typeof one === 'number') return number(one);
  if (typeof one === 'string') return /^\d{4}-\d\d-\d\d$/.test(one) ? date(one) : one;
  return JSON.stringify(one);
}

/** A label ends in a day where a target has one: it is shown as days are shown everywhere. */
export function labelWords(kind: string, label: string): string {
  const found = kind === 'target' ? /^(.*) from (\d{4}-\d\d-\d\d)$/.exec(label) : null;
  if (!found) return label;
  return t('target.label', '{measure}, from {day}', { measure: found[1] ?? '', day: date(found[2] ?? '') });
}

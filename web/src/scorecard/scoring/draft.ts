import type { Scoring } from '@/api/types';
import { date, list, number } from '@/i18n/format';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';

export type ScoringType = Scoring['type'];
/** A scoring while it is being filled in: what is still empty is NaN, '' or an empty list. */
export type Draft = {
  type: ScoringType;
  red: number;
  green: number;
  worst: number;
  stretch: number;
  red_low: number;
  green_low: number;
  green_high: number;
  red_high: number;
  baseline: number;
  target: number;
  start: string;
  due: string;
  curve: 'linear' | 's' | 'steps';
  /** What is expected from which day on; kept as it came, for curves of that kind. */
  steps: { date: string; share: number }[];
  direction: 'higher' | 'lower';
  edges: string;
  texts: string;
  yellow_days: number;
  red_days: number;
  light: 'green' | 'yellow' | 'red' | 'grey';
  reason: string;
};
export type Errors = Record<string, string>;

const none = Number.NaN;

export function emptyDraft(type: ScoringType): Draft {
  return {
    type,
    red: none,
    green: none,
    worst: none,
    stretch: none,
    red_low: none,
    green_low: none,
    green_high: none,
    red_high: none,
    baseline: none,
    target: none,
    start: '',
    due: '',
    curve: 'linear',
    steps: [],
    direction: 'higher',
    edges: '',
    texts: '',
    yellow_days: 14,
    red_days: 30,
    light: 'grey',
    reason: '',
  };
}

/** A scoring as a draft, to change it. */
export function draftOf(scoring: Scoring): Draft {
  const draft = emptyDraft(scoring.type);
  if (scoring.type === 'bands')
    return { ...draft, edges: scoring.edges.join(' '), direction: scoring.direction ?? 'higher' };
  if (scoring.type === 'texts')
    return {
      ...draft,
      texts: Object.entries(scoring.scores)
        .map(([text, score]) => `${text} = ${score}`)
        .join('\n'),
    };
  return { ...draft, ...scoring };
}

const known = (value: number) => Number.isFinite(value);

/** The numbers in "0, 4000 6000". */
export function numbersIn(text: string): number[] {
  return text
    .split(/[\s;,]+/)
    .filter(Boolean)
    .map(Number);
}

/** The words and scores in lines of "good = 80". */
export function scoresIn(text: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const line of text.split('\n')) {
    const [word, score] = line.split('=').map((part) => part.trim());
    if (word) found[word] = Number(score ?? Number.NaN);
  }
  return found;
}

/** The scoring that a draft means, or what is wrong with it, field by field. Impossible ones are refused here already. */
export function readScoring(draft: Draft): { scoring: Scoring } | { errors: Errors } {
  const errors: Errors = {};
  const need = (...fields: (keyof Draft)[]) => {
    for (const field of fields)
      if (!known(draft[field] as number)) errors[field] = t('scoring.needNumber', 'A number is needed here.');
  };
  const give = (scoring: Scoring) => (Object.keys(errors).length ? { errors } : { scoring });
  const some = (fields: (keyof Draft)[]) =>
    Object.fromEntries(fields.filter((field) => known(draft[field] as number)).map((field) => [field, draft[field]]));
  const { type, red, green } = draft;
  switch (type) {
    case 'higher':
    case 'lower':
      need('red', 'green');
      if (known(red) && known(green) && (type === 'higher' ? red > green : red < green))
        errors.red =
          type === 'higher'
            ? t('scoring.redAbove', 'Red must lie below the goal.')
            : t('scoring.redBelow', 'Red must lie above the goal.');
      return give({ type, red, green, ...some(['worst', 'stretch']) } as Scoring);
    case 'target':
    case 'range':
      need('red_low', 'green_low', 'green_high', 'red_high');
      if (
        !(
          draft.red_low <= draft.green_low &&
          draft.green_low <= draft.green_high &&
          draft.green_high <= draft.red_high
        ) &&
        Object.keys(errors).length === 0
      )
        errors.red_high = t('scoring.order', 'The four limits must rise.');
      return give({
        type,
        red_low: draft.red_low,
        green_low: draft.green_low,
        green_high: draft.green_high,
        red_high: draft.red_high,
      });
    case 'progress':
      need('baseline', 'target');
      if (known(draft.baseline) && draft.baseline === draft.target)
        errors.target = t('scoring.same', 'Start and goal must differ.');
      if (draft.start && draft.due && draft.start >= draft.due)
        errors.due = t('scoring.dates', 'The end must come after the start.');
      return give({
        type,
        baseline: draft.baseline,
        target: draft.target,
        ...(draft.start ? { start: draft.start } : {}),
        ...(draft.due ? { due: draft.due } : {}),
        ...(draft.curve === 's' ? { curve: 's' } : {}),
        ...(draft.curve === 'steps' ? { curve: 'steps', steps: draft.steps } : {}),
        ...some(['red', 'green']),
      } as Scoring);
    case 'percent':
      need('target');
      if (draft.target <= 0 && !known(draft.baseline))
        errors.target = t('scoring.positive', 'Without a start the target must be above zero.');
      return give({
        type,
        target: draft.target,
        direction: draft.direction,
        ...some(['baseline', 'red', 'green']),
      } as Scoring);
    case 'bands': {
      const edges = numbersIn(draft.edges);
      if (
        edges.length < 3 ||
        edges.some((edge, index) => !known(edge) || (index > 0 && edge <= (edges[index - 1] as number)))
      )
        errors.edges = t('scoring.edges', 'Give three or more rising numbers.');
      return give({ type, edges, direction: draft.direction });
    }
    case 'texts': {
      const scores = scoresIn(draft.texts);
      const all = Object.values(scores);
      if (all.length < 2 || all.some((score) => !(score >= 0 && score <= 100)))
        errors.texts = t('scoring.texts', 'Give each word a score from 0 to 100, one a line.');
      return give({ type, scores });
    }
    case 'milestone':
      if (!draft.due) errors.due = t('scoring.needDate', 'A day is needed here.');
      need('yellow_days', 'red_days');
      if (draft.yellow_days > draft.red_days)
        errors.red_days = t('scoring.daysOrder', 'Red must come later than yellow.');
      return give({ type, due: draft.due, yellow_days: draft.yellow_days, red_days: draft.red_days });
    case 'manual':
      if (!draft.reason.trim()) errors.reason = t('scoring.needReason', 'A reason is needed here.');
      return give({ type, light: draft.light, reason: draft.reason.trim() });
    default:
      return { scoring: { type } };
  }
}

/** What a new measure is shown with, unless one says otherwise: one decimal, or as many as its limits have, four at most. */
export function decimalsIn(draft: Draft): number {
  const limits = [draft.red, draft.green, draft.red_low, draft.green_low, draft.green_high, draft.red_high];
  const all = [...limits, draft.baseline, draft.target, draft.worst, draft.stretch, ...numbersIn(draft.edges)].filter(known);
  return Math.min(4, Math.max(1, ...all.map((one) => (String(one).split('.')[1] ?? '').length)));
}

/** A scoring in a few words: "at least 700, red below 500". */
export function scoringWords(scoring: Scoring, unit = ''): string {
  const n = (value: number) => withUnit(number(value), unit, value);
  const bare = (value: number) => number(value);
  switch (scoring.type) {
    case 'higher':
      return t('scoring.words.higher', 'at least {green}, red below {red}', { green: n(scoring.green), red: bare(scoring.red) });
    case 'lower':
      return t('scoring.words.lower', 'at most {green}, red above {red}', { green: n(scoring.green), red: bare(scoring.red) });
    case 'target':
    case 'range':
      return t('scoring.words.range', '{low} to {high}', { low: bare(scoring.green_low), high: n(scoring.green_high) });
    case 'progress':
      return scoring.due
        ? t('scoring.words.progressBy', 'from {baseline} to {target} by {due}', {
            baseline: bare(scoring.baseline),
            target: n(scoring.target),
            due: date(scoring.due),
          })
        : t('scoring.words.progress', 'from {baseline} to {target}', {
            baseline: bare(scoring.baseline),
            target: n(scoring.target),
          });
    case 'percent':
      return n(scoring.target);
    case 'bands':
      return t('scoring.words.bands', 'bands at {edges}', { edges: list(scoring.edges.map(bare)) });
    case 'yesno':
      return t('scoring.words.yesno', 'yes');
    case 'texts':
      return list(Object.keys(scoring.scores));
    case 'milestone':
      return t('scoring.words.milestone', 'by {due}', { due: date(scoring.due) });
    case 'manual':
      return t('scoring.words.manual', 'judged by a person');
    case 'unscored':
      return t('scoring.words.unscored', 'told in words, not judged');
  }
}

import type { LinkTest, LinkTests } from '@/api/types';
import { percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { numberText } from '@/pictures/words';

export type Verdict = LinkTest['verdict'];
export const verdicts: readonly Verdict[] = ['contradicted', 'supported', 'inconclusive', 'untestable'];

export function verdictWord(verdict: Verdict): string {
  return {
    supported: t('verdict.supported', 'Supported'),
    contradicted: t('verdict.contradicted', 'Contradicted'),
    inconclusive: t('verdict.inconclusive', 'Inconclusive'),
    untestable: t('verdict.untestable', 'Not testable yet'),
  }[verdict];
}

const periods = (test: LinkTest): string =>
  ({
    day: t('periods.day', '{n} {n|day|days}', { n: test.needed }),
    week: t('periods.week', '{n} {n|week|weeks}', { n: test.needed }),
    month: t('periods.month', '{n} {n|month|months}', { n: test.needed }),
    quarter: t('periods.quarter', '{n} {n|quarter|quarters}', { n: test.needed }),
    half: t('periods.half', '{n} {n|half-year|half-years}', { n: test.needed }),
    year: t('periods.year', '{n} {n|year|years}', { n: test.needed }),
  })[test.frequency ?? 'month'];

/** Why the verdict is what it is, in a sentence. */
export function testSentence(test: LinkTest): string {
  if (test.verdict === 'untestable')
    switch (test.obstacle) {
      case 'no_measures':
        return t('verdict.noMeasures', 'One of the two objectives has no measure.');
      case 'no_movement':
        return t('verdict.noMovement', 'One of the two never moves.');
      default:
        return t('verdict.tooFew', 'Needs {periods} more with values on both sides.', { periods: periods(test) });
    }
  const together =
    (test.correlation ?? 0) >= 0
      ? t('verdict.same', 'They move the same way')
      : t('verdict.opposite', 'They move opposite ways');
  const strength = t('verdict.strength', '{together} (correlation {r}, {n} {n|pair|pairs}).', {
    together,
    r: numberText(test.correlation ?? 0, 2),
    n: test.pairs,
  });
  if (test.verdict === 'inconclusive')
    return t('verdict.chance', '{strength} Chance alone does that often.', { strength });
  if (test.verdict === 'supported') return t('verdict.claimed', '{strength} The map claims just that.', { strength });
  return t('verdict.against', '{strength} The map claims the opposite.', { strength });
}

/** A p in a form that fits a column. */
export const shareText = (share: number | null): string =>
  share === null ? '–' : share < 0.001 ? t('verdict.tiny', '< 0.001') : numberText(share, 3);

export const rateText = (tests: LinkTests): string => percent(tests.false_discovery_rate);

const ranks: Record<Verdict, number> = { contradicted: 0, supported: 1, inconclusive: 2, untestable: 3 };
const keys: Record<string, (test: LinkTest) => number | string> = {
  verdict: (test) => ranks[test.verdict],
  cause: (test) => test.cause.code,
  effect: (test) => test.effect.code,
  lag: (test) => test.lag_months,
  // What cannot be tested stands last in either direction.
  correlation: (test) => test.correlation ?? Number.NaN,
  effective: (test) => test.effective,
  p: (test) => test.p ?? Number.NaN,
  adjusted: (test) => test.adjusted ?? Number.NaN,
};

/** Sorted by a column, "-" turns it round; equal ones stay in the order of the server, unknown numbers come last. */
export function sorted(tests: readonly LinkTest[], sort: string): LinkTest[] {
  const back = sort.startsWith('-');
  const key = keys[back ? sort.slice(1) : sort];
  if (!key) return [...tests];
  return [...tests].sort((one, other) => {
    const a = key(one);
    const b = key(other);
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    const order = typeof a === 'string' ? a.localeCompare(String(b), undefined, { numeric: true }) : a - Number(b);
    return back ? -order : order;
  });
}

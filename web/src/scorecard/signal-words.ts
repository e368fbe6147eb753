import type { Light, Signal, Trend } from '@/api/types';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';
import { numberText } from '@/pictures';

const rules = () => ({
  outside: t('signal.outside', 'the latest value lies outside the limits'),
  run_of_eight: t('signal.run', 'eight values in a row lie on one side of the centre'),
  three_of_four: t('signal.three', 'three of the last four values lie near one limit'),
});

/** The signal in a few words. It is about the values alone; how they stand to the target is the trend's and the light's. */
export function signalWord(signal: Pick<Signal, 'limits' | 'verdict'>): string {
  if (signal.limits === 'none') return t('signal.tooFew', 'too few values');
  if (signal.verdict === 'improvement') return t('signal.improvement', 'values clearly better');
  if (signal.verdict === 'concern') return t('signal.concern', 'values clearly worse');
  return t('signal.none', 'routine variation');
}

/**
 * Whether the signal says something that light and trend do not: a concern always, the rest only where the light is not
 * green. There it tells a change from chance.
 */
export function signalIsNews(signal: Pick<Signal, 'limits' | 'verdict'>, light: Light): boolean {
  if (signal.limits === 'none') return false;
  return signal.verdict === 'concern' || light === 'yellow' || light === 'red';
}

/**
 * Whether the values wander through the limits: beyond one of them early, beyond the other one late. Such a series has no
 * range in which chance moves it, and limits drawn around it would say the contrary.
 */
export function wanders(values: readonly number[], signal: Pick<Signal, 'limits' | 'low' | 'high'>): boolean {
  const { limits, low, high } = signal;
  if (limits === 'none' || low === null || high === null) return false;
  const sides = values.map((value) => (value > high ? 1 : value < low ? -1 : 0)).filter((side) => side !== 0);
  const first = sides[0];
  return first !== undefined && sides.at(-1) === -first;
}

/** What the process behaviour chart says, in a sentence or two for somebody who has never seen one. */
export function signalSentence(
  measure: { signal: Signal; unit: string; decimals: number; judgement: { trend: Trend } },
  values: readonly number[],
): string {
  const { signal, unit, decimals, judgement } = measure;
  if (signal.limits === 'none')
    return t('signal.sentenceFew', 'With {n} {n|value|values} nothing can be said yet about chance; it takes six.', {
      n: signal.points,
    });
  const better = signal.verdict === 'improvement';
  const behind =
    better && judgement.trend === 'worse'
      ? t('signal.behind', ' The target moves faster than they do, so the measure falls behind it all the same.')
      : '';
  if (wanders(values, signal) && signal.verdict !== 'none')
    return `${
      better
        ? t('signal.wandersBetter', 'The values have been moving one way, clearly for the better; this is not chance.')
        : t('signal.wandersWorse', 'The values have been moving one way, clearly for the worse; this is not chance.')
    }${behind}`;
  const range = {
    low: signal.low === null ? '–' : numberText(signal.low, decimals),
    high: signal.high === null ? '–' : withUnit(numberText(signal.high, decimals), unit),
    trial:
      signal.limits === 'trial' ? t('signal.trial', ' (a first estimate from {n} values)', { n: signal.points }) : '',
  };
  if (signal.verdict === 'none')
    return `${t('signal.limits', 'Left alone, this measure moves between {low} and {high}{trial}.', range)} ${t(
      'signal.sentenceNone',
      'What moves inside these limits is chance: do not explain single values.',
    )}${assurance(signal)}`;
  const why = signal.rules.flatMap((rule) => rules()[rule as keyof ReturnType<typeof rules>] ?? []).join('; ');
  const changed = better
    ? t('signal.sentenceBetter', 'Something has really changed for the better: {why}.', { why })
    : t('signal.sentenceWorse', 'Something has really changed for the worse: {why}.', { why });
  return `${t('signal.byChance', 'By chance alone the values would lie between {low} and {high}{trial}.', range)} ${changed}${behind}`;
}

function assurance(signal: Signal): string {
  switch (signal.assurance) {
    case 'meets':
      return t('signal.meets', ' The process as it is will meet the target.');
    case 'misses':
      return t('signal.misses', ' The process as it is will miss the target: change the process or the target.');
    case 'hit_or_miss':
      return t('signal.hitOrMiss', ' The process as it is will sometimes meet the target and sometimes miss it.');
    default:
      return '';
  }
}

import type { Signal as SignalData } from '@/api/types';
import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';
import { numberText } from '@/pictures';

const rules = () => ({
  outside: t('signal.outside', 'the latest value lies outside the limits'),
  run_of_eight: t('signal.run', 'eight values in a row lie on one side of the centre'),
  three_of_four: t('signal.three', 'three of the last four values lie near one limit'),
});

/** The signal in a word or two. */
export function signalWord(signal: SignalData): string {
  if (signal.limits === 'none') return t('signal.tooFew', 'too few values');
  if (signal.verdict === 'improvement') return t('signal.improvement', 'real improvement');
  if (signal.verdict === 'concern') return t('signal.concern', 'real concern');
  return t('signal.none', 'routine variation');
}

/** What the process behaviour chart says, in a sentence or two for somebody who has never seen one. */
export function signalSentence(signal: SignalData, unit: string, decimals: number): string {
  if (signal.limits === 'none')
    return t(
      'signal.sentenceFew',
      'With {n} {n|value|values} nothing can be said yet about the process; it takes six.',
      { n: signal.points },
    );
  const limits = t('signal.limits', 'Left alone, this measure moves between {low} and {high}', {
    low: signal.low === null ? '–' : numberText(signal.low, decimals),
    high: signal.high === null ? '–' : withUnit(numberText(signal.high, decimals), unit),
  });
  const trial =
    signal.limits === 'trial' ? t('signal.trial', ' (a first estimate from {n} values)', { n: signal.points }) : '';
  const why = signal.rules.flatMap((rule) => rules()[rule as keyof ReturnType<typeof rules>] ?? []).join('; ');
  const verdict =
    signal.verdict === 'none'
      ? t('signal.sentenceNone', 'What moves inside these limits is chance: do not explain single values.')
      : t('signal.sentenceSome', 'Something has really changed: {why}.', { why: why || signalWord(signal) });
  return `${limits}${trial}. ${verdict}${assurance(signal)}`;
}

function assurance(signal: SignalData): string {
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

/** The signal as a small chart mark and its word. */
export function SignalMark({ signal }: { signal: SignalData }) {
  const real = signal.limits !== 'none' && signal.verdict !== 'none';
  return (
    <span className={`signal${real ? ' signal-real' : ''}`}>
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
        <path className="signal-limits" d="M0 2.5h18M0 11.500h18" />
        {signal.limits === 'none' ? null : (
          <path
            className="signal-line"
            d={real ? 'M1 8l4 1.500 4-2 4 1L16.500 1' : 'M1 8l3.500-2.500L8 9l4-3.500 4.500 2'}
          />
        )}
        {real ? <circle className="signal-dot" cx="16" cy="1.500" r="1.800" /> : null}
      </svg>
      {signalWord(signal)}
    </span>
  );
}

import type { Judgement, Signal as SignalData } from '@/api/types';
import { t } from '@/i18n/t';
import { signalIsNews, signalWord } from './signal-words';

const pictures = {
  // Up and out of the limits, down and out of them, and a line that stays within.
  improvement: { line: 'M1 9.500l4-1 4-2 4.500-3', head: 'M17 .800v5.400l-4.800-4.400z' },
  concern: { line: 'M1 4.500l4 1 4 2 4.500 3', head: 'M17 13.200V7.800l-4.800 4.400z' },
  none: { line: 'M1 8l3.500-2.500L8 9l4-3.500 4.500 2', head: '' },
};

/** The signal as a small chart mark and its word. */
export function SignalMark({ signal }: { signal: SignalData }) {
  const verdict = signal.limits === 'none' ? 'none' : signal.verdict;
  const { line, head } = pictures[verdict];
  return (
    <span className={`signal signal-${verdict}`}>
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
        <path className="signal-limits" d="M0 2.5h18M0 11.500h18" />
        {signal.limits === 'none' ? null : <path className="signal-line" d={line} />}
        {head ? <path className="signal-head" d={head} /> : null}
      </svg>
      {signalWord(signal)}
    </span>
  );
}

/** The signal where it says something; elsewhere nothing, so that the few that matter are seen. */
export function SignalNews({
  signal,
  judgement: { light, trend },
}: {
  signal: SignalData;
  judgement: Pick<Judgement, 'light' | 'trend'>;
}) {
  if (!signalIsNews(signal, light)) return null;
  return (
    <>
      <SignalMark signal={signal} />
      {signal.verdict === 'improvement' && trend === 'worse' ? (
        <span className="signal-but">{t('signal.but', 'but the target moves faster')}</span>
      ) : null}
    </>
  );
}

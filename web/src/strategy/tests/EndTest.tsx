import './tests.css';
import type { LinkTest } from '@/api/types';
import { VerdictMark } from '@/pictures/map/verdict';
import { testSentence, verdictWord } from './words';

/** Under a link in the panel: what the figures say to it. */
export function EndTest({ test }: { test: LinkTest | undefined }) {
  if (!test) return null;
  return (
    <span className="test-verdict test-of-end">
      <VerdictMark verdict={test.verdict} size={18} />
      <span>
        <b className="small">{verdictWord(test.verdict)}</b>
        <span className="soft small">{testSentence(test)}</span>
      </span>
    </span>
  );
}

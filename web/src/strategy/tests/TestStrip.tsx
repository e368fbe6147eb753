import './tests.css';
import type { LinkTests } from '@/api/types';
import { t } from '@/i18n/t';
import { VerdictMark } from '@/pictures/map/verdict';
import { rateText, verdicts, verdictWord } from './words';

/** Above the map while the test is on: what each mark means, how many there are, and how far to trust them. */
export function TestStrip({ tests, onTable }: { tests: LinkTests; onTable: (() => void) | null }) {
  return (
    <section className="test-strip" aria-label={t('tests.title', 'Test of links')}>
      <ul>
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} size={18} /> {verdictWord(verdict)} <b className="number">{tests[verdict]}</b>
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t(
          'tests.trust',
          'Do the scores of cause and effect move together, as the arrow says? Of the first two about {rate} are luck. What moves together need not be cause and effect; the test changes neither map nor lights.',
          { rate: rateText(tests) },
        )}{' '}
        {onTable ? (
          <button type="button" className="link-button" onClick={onTable}>
            {t('tests.asTable', 'Show as table')}
          </button>
        ) : null}
      </p>
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import { t } from '@/i18n/t';
import type { Freeze } from './queries';

/** How anybody makes sure that the document is the one that was frozen, without trusting this server. */
export function Checking({ freeze, slug }: { freeze: Freeze; slug: string }) {
  return (
    <details className="review-check small">
      <summary>{t('review.check', 'How to check it')}</summary>
      <ol>
        <li>
          {t('review.checkFile', 'Save the document and take its SHA-256: it is the digest above.')}{' '}
          <code>sha256sum freeze-{freeze.period}.json</code>
        </li>
        <li>
          {t('review.checkRecord', 'The same digest stands in the shared record, in the act that froze it.')}{' '}
          <Link to="/a/$alliance/activity" params={{ alliance: slug }}>
            {t('section.activity', 'Activity')}
          </Link>
        </li>
        <li>
          {t('review.checkOffline', 'Save the record there; whoever has it checks it offline, against heads that both sides hold:')}{' '}
          <code>entente verify record.jsonl</code>
        </li>
      </ol>
    </details>
  );
}

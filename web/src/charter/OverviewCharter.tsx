import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Alliance } from '@/api/types';
import { date, list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { chartersQuery } from './queries';
import { standing, waitsFor } from './versions';

/** Which version is in force, how far the draft is from it, and what waits for whom. */
export function OverviewCharter({ alliance }: { alliance: Alliance }) {
  const { slug, charter, ratified } = alliance;
  const { data } = useQuery(chartersQuery(slug));
  const params = { alliance: slug };
  const { proposed } = data ? standing(data) : {};
  const mine = proposed && (proposed.may_sign || proposed.may_return);
  return (
    <section className="card overview-charter" aria-labelledby="overview-charter">
      <h2 id="overview-charter">{t('section.charter', 'Charter')}</h2>
      <ul>
        <li>
          {ratified && charter ? (
            <>
              <b>{t('overview.version', 'Version {n} in force', { n: charter.number })}</b>{' '}
              {charter.in_force_at && (
                <span className="soft">{t('version.since', 'since {day}', { day: date(charter.in_force_at) })}</span>
              )}
            </>
          ) : (
            <>
              <b>{t('bar.draft', 'Not ratified')}</b>
              <span className="soft">, {t('overview.draft', 'the working draft is judged')}</span>
            </>
          )}
        </li>
        {ratified && data && data.draft_changes > 0 && !proposed && (
          <li>
            <Link to="/a/$alliance/charter/difference" params={params}>
              {t('version.changes', '{n} {n|change|changes} not yet agreed', { n: data.draft_changes })}
            </Link>
          </li>
        )}
        {proposed && (
          <li data-mine={mine ? '' : undefined}>
            {t('overview.waits', 'Version {n} waits for {names}', {
              n: proposed.number,
              names: list(waitsFor(proposed).map((one) => one.name)),
            })}
          </li>
        )}
      </ul>
      <Link to="/a/$alliance/charter" params={params} className="small">
        {mine ? t('overview.speak', 'Ratify or return it') : t('overview.charter', 'Open the charter')}
      </Link>
    </section>
  );
}

import { useLocation } from '@tanstack/react-router';
import { ButtonLink } from '@/components/Button';
import { t } from '@/i18n/t';
import { useAlliance } from './alliance-context';
import { closedSection } from './closed';
import { useTitle } from './title';

/** "Not here" within an alliance, which keeps its frame: the pages that are open to everybody in it are offered. */
export default function NotHere() {
  const alliance = useAlliance();
  const closed = closedSection(alliance, useLocation().pathname);
  const title = closed ? t('closed.title', 'Not for your role') : t('missing.title', 'Not here');
  const to = { params: { alliance: alliance.slug } };
  useTitle(title, alliance.name);
  return (
    <main id="content" tabIndex={-1} className="trouble">
      <p className="trouble-mark" aria-hidden="true">
        ?
      </p>
      <h1>{title}</h1>
      <p className="soft">
        {closed
          ? t(
              'closed.text',
              'Your role in {alliance} does not open “{page}”. The map and its lights are open to you; an alliance manager of your side can give you another role.',
              { alliance: alliance.name, page: closed.label },
            )
          : t('missing.text', 'There is nothing at this address, or nothing that you may see.')}
      </p>
      <div className="row">
        <ButtonLink to="/a/$alliance/map" {...to} look="primary" icon="map">
          {t('section.map', 'Map')}
        </ButtonLink>
        <ButtonLink to="/a/$alliance" {...to} icon="home">
          {t('section.overview', 'Overview')}
        </ButtonLink>
        {closed ? (
          <ButtonLink to="/a/$alliance/people" {...to} icon="people">
            {t('section.people', 'People')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/alliances" icon="grid">
            {t('missing.alliances', 'All alliances')}
          </ButtonLink>
        )}
      </div>
    </main>
  );
}

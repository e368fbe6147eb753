import './Rail.css';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Icon, type IconName } from '@/components/Icon';
import { t } from '@/i18n/t';
import { InboxLink } from '@/inbox/InboxLink';
import { Logo } from './Logo';
import { openPalette } from './palette-state';

// Menus bring much code along: they come after the first picture.
const MeMenu = lazy(() => import('./MeMenu'));

/** The narrow bar at the left: where one is in the whole program. */
export function Rail() {
  return (
    <nav className="rail" aria-label={t('rail.label', 'Main')}>
      <Link to="/" className="rail-logo" aria-label={t('rail.start', 'Entente, start page')}>
        <Logo />
      </Link>
      <RailLink to="/" icon="home" label={t('rail.home', 'Home')} exact />
      <RailLink to="/alliances" icon="grid" label={t('rail.alliances', 'Alliances')} />
      <InboxLink className="rail-item" wordClass="rail-word" size={21} />
      <button
        type="button"
        className="rail-item"
        onClick={openPalette}
        aria-keyshortcuts="Control+K"
        aria-label={t('rail.search', 'Search')}
      >
        <Icon name="search" size={21} />
        <span className="rail-word">{t('rail.search', 'Search')}</span>
      </button>
      <div className="rail-foot">
        <Suspense fallback={<span className="me-button" />}>
          <MeMenu />
        </Suspense>
      </div>
    </nav>
  );
}

function RailLink({ to, icon, label, exact }: { to: string; icon: IconName; label: string; exact?: boolean }) {
  return (
    <Link to={to} className="rail-item" activeOptions={{ exact: exact ?? false, includeSearch: false }}>
      <Icon name={icon} size={21} />
      <span className="rail-word">{label}</span>
    </Link>
  );
}

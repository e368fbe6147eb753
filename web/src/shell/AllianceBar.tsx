import './AllianceBar.css';
import { Link } from '@tanstack/react-router';
import { VersionPill } from '@/charter/VersionChooser';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures/light';
import { lightWord } from '@/pictures/words';
import { useAlliance } from './alliance-context';
import { ExportMenu } from './ExportMenu';
import { keepMoment } from './filters';
import { MoreTab } from './MoreTab';
import { PeriodChooser } from './PeriodChooser';
import { ShareButton } from './ShareButton';
import { SideSwitch } from './SideSwitch';
import { sections } from './sections';

/** Always on top inside an alliance: its name and light, its pages, the period, the side, Export and Share. */
export function AllianceBar() {
  const alliance = useAlliance();
  const pages = sections(alliance);
  return (
    <header className="bar">
      <div className="bar-head">
        <Link to="/a/$alliance" params={{ alliance: alliance.slug }} search={keepMoment} className="bar-name">
          <LightMark state={{ light: alliance.light }} label={lightWord(alliance.light)} />
          <span className="bar-title" title={alliance.name}>
            {alliance.name}
          </span>
        </Link>
        <VersionPill />
      </div>
      <nav className="bar-tabs" aria-label={t('bar.pages', 'Pages of the alliance')}>
        {pages
          .filter(({ place }) => place === 'bar')
          .map(({ to, label, exact }) => (
            <Link
              key={to}
              to={to}
              params={{ alliance: alliance.slug } as never}
              search={keepMoment}
              className="bar-tab"
              activeOptions={{ exact: exact ?? false, includeSearch: false }}
            >
              {label}
            </Link>
          ))}
        <MoreTab pages={pages.filter(({ place }) => place === 'more')} slug={alliance.slug} />
      </nav>
      <div className="bar-tools">
        <PeriodChooser />
        <SideSwitch />
        {alliance.rights.export && <ExportMenu />}
        <ShareButton />
      </div>
    </header>
  );
}

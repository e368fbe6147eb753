import './BottomBar.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { allianceQuery } from '@/api/queries';
import { signOut } from '@/auth/session';
import { Icon, type IconName } from '@/components/Icon';
import { Menu, MenuItem, MenuLine } from '@/components/Menu';
import { t } from '@/i18n/t';
import { InboxLink } from '@/inbox/InboxLink';
import { useSlug } from './alliance-context';
import { keepMoment } from './filters';
import { openPalette } from './palette-state';
import { SectionItems } from './SectionItems';
import { type Section, sections, stands } from './sections';

/** The phone's navigation: four places and the rest behind "More". */
export default function BottomBar() {
  const slug = useSlug();
  const { data: alliance } = useQuery({ ...allianceQuery(slug), enabled: slug !== '' });
  const inside = slug && alliance ? sections(alliance) : [];
  const shown = inside.length
    ? inside.slice(0, 3)
    : [{ to: '/alliances', label: t('rail.alliances', 'Alliances'), icon: 'grid' as const, place: 'bar' as const }];
  return (
    <nav className="bottom" aria-label={t('rail.label', 'Main')}>
      <Item
        section={{ to: '/', label: t('rail.home', 'Home'), icon: inside.length ? 'left' : 'home', place: 'bar', exact: true }}
        slug=""
      />
      {shown.map((section) => (
        <Item key={section.to} section={section} slug={slug} />
      ))}
      {!inside.length && <InboxLink className="bottom-item" size={22} />}
      {!inside.length && (
        <button type="button" className="bottom-item" onClick={openPalette}>
          <Icon name="search" size={22} />
          {t('rail.search', 'Search')}
        </button>
      )}
      <More rest={inside.slice(3)} slug={slug} />
    </nav>
  );
}

function Item({ section: { to, label, icon, exact }, slug }: { section: Section; slug: string }) {
  return (
    <Link
      to={to}
      {...(slug ? { params: { alliance: slug } as never, search: keepMoment } : {})}
      className="bottom-item"
      activeOptions={{ exact: exact ?? false, includeSearch: false }}
    >
      <Icon name={icon as IconName} size={22} />
      {label}
    </Link>
  );
}

function More({ rest, slug }: { rest: Section[]; slug: string }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const current = rest.find((page) => stands(page, slug, pathname));
  const go = (to: string) => () => void navigate({ to });
  return (
    <Menu
      side="top"
      label={t('bottom.more', 'More')}
      trigger={
        <Button
          className={`bottom-item ${current ? 'bottom-item-current' : ''}`}
          aria-label={current && t('bar.more_current', '{page}, more pages', { page: current.label })}
        >
          <Icon name={current?.icon ?? 'more'} size={22} />
          {current?.label ?? t('bottom.more', 'More')}
        </Button>
      }
    >
      <SectionItems pages={rest} current={current} slug={slug} />
      {rest.length > 0 && <MenuLine />}
      {rest.length > 0 && (
        <MenuItem icon="grid" onAction={go('/alliances')}>
          {t('rail.alliances', 'Alliances')}
        </MenuItem>
      )}
      <MenuItem icon="mail" onAction={go('/inbox')}>
        {t('rail.inbox', 'Inbox')}
      </MenuItem>
      <MenuItem icon="search" onAction={openPalette}>
        {t('rail.search', 'Search')}
      </MenuItem>
      <MenuItem icon="person" onAction={go('/settings')}>
        {t('me.mine', 'My settings')}
      </MenuItem>
      <MenuItem icon="out" onAction={() => void signOut()}>
        {t('me.out', 'Sign out')}
      </MenuItem>
    </Menu>
  );
}

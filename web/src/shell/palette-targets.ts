import { useQuery } from '@tanstack/react-query';
import { allianceQuery, alliancesQuery, scorecardQuery } from '@/api/queries';
import type { Alliance, AllianceItem, Scorecard } from '@/api/types';
import { useFilterTargets } from '@/filter/filter-targets';
import { undoLast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { useSlug } from './alliance-context';
import { setAppearance } from './appearance';
import type { Target } from './palette-find';
import { sections } from './sections';

/** Everything that can be gone to or done from here. */
export function useTargets(): Target[] {
  const slug = useSlug();
  const alliances = useQuery(alliancesQuery({ sort: '-light' }));
  const alliance = useQuery({ ...allianceQuery(slug), enabled: slug !== '' });
  const scorecard = useQuery({
    ...scorecardQuery(slug),
    enabled: Boolean(slug && alliance.data?.rights.read_scorecard),
  });
  const filters = useFilterTargets(slug);
  return [
    ...filters,
    ...(alliance.data ? pagesOf(alliance.data) : []),
    ...places(),
    ...(scorecard.data ? inside(scorecard.data, slug) : []),
    ...(alliances.data?.items ?? []).map(allianceTarget),
    ...acts(),
  ];
}

function pagesOf(alliance: Alliance): Target[] {
  const group = alliance.name;
  const pages: Target[] = sections(alliance).map(({ to, label, icon }) => ({
    key: `page ${to}`,
    group,
    name: label,
    icon,
    to: to.replace('$alliance', alliance.slug),
  }));
  if (alliance.rights.edit_draft)
    pages.push({
      key: 'edit',
      group,
      name: t('palette.edit', 'Edit the map'),
      icon: 'edit',
      to: `/a/${alliance.slug}/map?mode=edit`,
    });
  pages.push({
    key: 'present',
    group,
    name: t('palette.present', 'Present the map'),
    icon: 'play',
    to: `/a/${alliance.slug}/map?mode=present`,
  });
  return pages;
}

function inside({ themes }: Scorecard, slug: string): Target[] {
  const at = (kind: 'o' | 'm' | 'i', id: string) => `/a/${slug}/${kind}/${id}`;
  const objectives = themes.flatMap((theme) => theme.objectives);
  const initiatives = new Map(objectives.flatMap((one) => one.initiatives).map((one) => [one.id, one]));
  return [
    ...themes.map(
      (theme): Target => ({
        key: `theme ${theme.id}`,
        group: t('column.themes', 'Themes'),
        name: theme.name,
        light: theme.judgement.light,
        to: `/a/${slug}/scorecards/${theme.id}`,
      }),
    ),
    ...objectives.map(
      (one): Target => ({
        key: `objective ${one.id}`,
        group: t('palette.objectives', 'Objectives'),
        name: one.title,
        note: one.code,
        light: one.judgement.light,
        to: at('o', one.id),
      }),
    ),
    ...objectives
      .flatMap((one) => one.measures)
      .map(
        (one): Target => ({
          key: `measure ${one.id}`,
          group: t('palette.measures', 'Measures'),
          name: one.name,
          note: one.code,
          light: one.judgement.light,
          to: at('m', one.id),
        }),
      ),
    ...[...initiatives.values()].map(
      (one): Target => ({
        key: `initiative ${one.id}`,
        group: t('overview.initiatives', 'Initiatives'),
        name: one.name,
        icon: 'flag',
        to: at('i', one.id),
      }),
    ),
  ];
}

function allianceTarget(item: AllianceItem): Target {
  return {
    key: `alliance ${item.id}`,
    group: t('rail.alliances', 'Alliances'),
    name: item.name,
    light: item.light,
    to: `/a/${item.slug}`,
  };
}

function places(): Target[] {
  const group = t('palette.go', 'Go to');
  return [
    { key: 'home', group, name: t('rail.home', 'Home'), icon: 'home', to: '/' },
    { key: 'alliances', group, name: t('rail.alliances', 'Alliances'), icon: 'grid', to: '/alliances' },
    { key: 'inbox', group, name: t('rail.inbox', 'Inbox'), icon: 'mail', to: '/inbox' },
    {
      key: 'trouble',
      group,
      name: t('palette.trouble', 'Alliances in trouble'),
      icon: 'flag',
      to: '/alliances?light=red',
    },
    { key: 'settings', group, name: t('me.mine', 'My settings'), icon: 'settings', to: '/settings' },
    { key: 'api', group, name: t('palette.api', 'API documentation'), icon: 'code', to: '/api/docs' },
  ];
}

function acts(): Target[] {
  const group = t('palette.do', 'Do');
  return [
    { key: 'new', group, name: t('alliances.new', 'New alliance'), icon: 'plus', to: '/alliances/new' },
    {
      key: 'undo',
      group,
      name: t('palette.undo', 'Undo the last change'),
      note: 'Ctrl Z',
      icon: 'undo',
      run: () => void undoLast(),
    },
    { key: 'dark', group, name: t('palette.dark', 'Dark screen'), icon: 'moon', run: () => setAppearance('dark') },
    { key: 'light', group, name: t('palette.light', 'Light screen'), icon: 'sun', run: () => setAppearance('light') },
  ];
}

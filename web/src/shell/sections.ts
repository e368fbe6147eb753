import type { Alliance } from '@/api/types';
import type { IconName } from '@/components/Icon';
import { t } from '@/i18n/t';

export type Section = { to: string; label: string; icon: IconName; exact?: boolean };

/** The pages of an alliance, in the order of the tabs; what a person may not open is not offered. */
export function sections({ rights }: Pick<Alliance, 'rights'>): Section[] {
  const all: (Section | false)[] = [
    { to: '/a/$alliance', label: t('section.overview', 'Overview'), icon: 'home', exact: true },
    { to: '/a/$alliance/map', label: t('section.map', 'Map'), icon: 'map' },
    rights.read_scorecard && {
      to: '/a/$alliance/scorecards',
      label: t('section.scorecards', 'Scorecards'),
      icon: 'table',
    },
    rights.read_scorecard && { to: '/a/$alliance/initiatives', label: t('section.initiatives', 'Initiatives'), icon: 'flag' },
    rights.read_scorecard && { to: '/a/$alliance/service-levels', label: t('section.levels', 'Service levels'), icon: 'check' },
    rights.read_scorecard && { to: '/a/$alliance/renegotiation', label: t('section.renegotiation', 'Measures to renegotiate'), icon: 'target' },
    rights.read_scorecard && { to: '/a/$alliance/agreements', label: t('section.agreements', 'Agreements'), icon: 'seal' },
    rights.read_scorecard && { to: '/a/$alliance/charter', label: t('section.charter', 'Charter'), icon: 'seal' },
    { to: '/a/$alliance/people', label: t('section.people', 'People'), icon: 'people' },
    rights.read_record && { to: '/a/$alliance/activity', label: t('section.activity', 'Activity'), icon: 'activity' },
    rights.enter_observations && { to: '/a/$alliance/import', label: t('section.import', 'Import'), icon: 'upload' },
    rights.edit_draft && { to: '/a/$alliance/settings', label: t('section.settings', 'Settings'), icon: 'settings' },
  ];
  return all.filter((section): section is Section => Boolean(section));
}

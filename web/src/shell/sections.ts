import type { Alliance } from '@/api/types';
import type { IconName } from '@/components/Icon';
import { t } from '@/i18n/t';

/** Where a page stands in the navigation: beside the others, or under "More". */
export type Place = 'bar' | 'more';
export type Section = { to: string; label: string; icon: IconName; place: Place; exact?: boolean };

/** The pages of an alliance in their order; what a person may not open is not offered. */
export function sections({ rights }: Pick<Alliance, 'rights'>): Section[] {
  const all: (Section | false)[] = [
    { to: '/a/$alliance', label: t('section.overview', 'Overview'), icon: 'home', place: 'bar', exact: true },
    { to: '/a/$alliance/map', label: t('section.map', 'Map'), icon: 'map', place: 'bar' },
    rights.read_scorecard && {
      to: '/a/$alliance/scorecards',
      label: t('section.scorecards', 'Scorecards'),
      icon: 'table',
      place: 'bar',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/charter',
      label: t('section.charter', 'Charter'),
      icon: 'seal',
      place: 'bar',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/reviews',
      label: t('section.reviews', 'Reviews'),
      icon: 'lock',
      place: 'bar',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/initiatives',
      label: t('section.initiatives', 'Initiatives'),
      icon: 'flag',
      place: 'more',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/service-levels',
      label: t('section.levels', 'Service levels'),
      icon: 'check',
      place: 'more',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/renegotiation',
      label: t('section.renegotiation', 'Measures to renegotiate'),
      icon: 'target',
      place: 'more',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/agreements',
      label: t('section.agreements', 'Agreements'),
      icon: 'seal',
      place: 'more',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/interviews',
      label: t('section.interviews', 'Interviews'),
      icon: 'person',
      place: 'more',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/workshops',
      label: t('section.workshops', 'Workshops'),
      icon: 'grid',
      place: 'more',
    },
    rights.read_scorecard && {
      to: '/a/$alliance/value',
      label: t('section.value', 'Value'),
      icon: 'target',
      place: 'more',
    },
    { to: '/a/$alliance/people', label: t('section.people', 'People'), icon: 'people', place: 'more' },
    rights.read_record && {
      to: '/a/$alliance/activity',
      label: t('section.activity', 'Activity'),
      icon: 'activity',
      place: 'more',
    },
    rights.enter_observations && {
      to: '/a/$alliance/import',
      label: t('section.import', 'Import'),
      icon: 'upload',
      place: 'more',
    },
    rights.edit_draft && {
      to: '/a/$alliance/settings',
      label: t('section.settings', 'Settings'),
      icon: 'settings',
      place: 'more',
    },
  ];
  return all.filter((section): section is Section => Boolean(section));
}

/** Whether the address is that of the section, or of a page below it. */
export function stands({ to, exact }: Section, slug: string, pathname: string): boolean {
  const path = to.replace('$alliance', slug);
  const here = pathname.replace(/\/$/, '');
  return here === path || (!exact && here.startsWith(`${path}/`));
}

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, query } from '@/api/client';
import type { Id } from '@/api/types';
import type { IconName } from '@/components/Icon';
import { t } from '@/i18n/t';
import type { Target } from './palette-find';

export type HitKind = 'objective' | 'measure' | 'initiative' | 'service_level' | 'theme' | 'comment' | 'file' | 'alliance' | 'person'
  | 'win' | 'value' | 'workshop' | 'card' | 'finding' | 'agreement' | 'review' | 'benefit';
export type Hit = {
  kind: HitKind;
  id: Id;
  code: string;
  title: string;
  note: string;
  alliance: { id: Id; slug: string; name: string };
  is_private: boolean;
  link: string;
};
export type Found = { items: Hit[]; more: boolean };

export const searchQuery = (q: string, kind = '', limit = 20) =>
  queryOptions({
    queryKey: ['search', q, kind, limit],
    queryFn: ({ signal }) => get<Found>(`/search${query({ q, kind, limit })}`, signal),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

export const pictures: Record<HitKind, IconName> = {
  alliance: 'grid',
  theme: 'table',
  objective: 'target',
  measure: 'activity',
  initiative: 'flag',
  service_level: 'check',
  person: 'person',
  comment: 'edit',
  file: 'file',
  win: 'plus',
  value: 'sun',
  workshop: 'people',
  card: 'edit',
  finding: 'info',
  agreement: 'seal',
  review: 'calendar',
  benefit: 'check',
};

/** The heading over things of a kind. */
export function groupOf(kind: HitKind): string {
  return {
    alliance: t('rail.alliances', 'Alliances'),
    theme: t('column.themes', 'Themes'),
    objective: t('palette.objectives', 'Objectives'),
    measure: t('palette.measures', 'Measures'),
    initiative: t('overview.initiatives', 'Initiatives'),
    service_level: t('section.levels', 'Service levels'),
    person: t('search.people', 'People'),
    comment: t('comments', 'Comments'),
    file: t('files', 'Files'),
    win: t('search.wins', 'Wins'),
    value: t('search.values', 'Shared values'),
    workshop: t('section.workshops', 'Workshops'),
    card: t('search.cards', 'Cards'),
    finding: t('search.findings', 'Findings'),
    agreement: t('section.agreements', 'Agreements'),
    review: t('section.reviews', 'Reviews'),
    benefit: t('search.benefits', 'Benefits'),
  }[kind];
}

/** What the server finds, a moment after the typing stops; nothing while nothing is typed. */
export function useFound(text: string): Target[] {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 120);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery(searchQuery(asked));
  return text.trim() && asked ? (data?.items ?? []).map(targetOf) : [];
}

export function targetOf(hit: Hit): Target {
  return {
    key: `${hit.kind} ${hit.id}`,
    group: groupOf(hit.kind),
    name: hit.title,
    note: [hit.code || hit.note, hit.kind === 'alliance' ? '' : hit.alliance.name].filter(Boolean).join(' · '),
    icon: pictures[hit.kind],
    to: hit.link,
  };
}

/** What is known here and what the server found, each thing once, the groups kept together; what is known here first. */
export function together(here: readonly Target[], served: readonly Target[]): Target[] {
  const known = new Set(here.map((one) => one.key));
  const all = [...here, ...served.filter((one) => !known.has(one.key))];
  const groups = [...new Set(all.map((one) => one.group))];
  return groups.flatMap((group) => all.filter((one) => one.group === group));
}

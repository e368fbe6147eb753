import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from './client';
import { remember } from './events';
import type {
  Access,
  Alliance,
  AllianceList,
  Colleague,
  ForeignList,
  Home,
  Id,
  ImportList,
  InitiativeView,
  Invitation,
  MapView,
  Me,
  MeasureView,
  ObjectiveView,
  Observation,
  Outlook,
  People,
  RecordPage,
  Scorecard,
  SessionItem,
  Submissions,
  Token,
  WitnessList,
} from './types';

// Keys start with the reach of an event: ['me'], ['home'], ['alliances'], or ['alliance', slug, …].
export type Side = 'joint' | 'ours';
/** `basis` is the number of a version of the charter, or "draft"; `on` a past day. Nothing: what is in force. */
export type At = {
  period?: string | undefined;
  side?: Side | undefined;
  basis?: string | undefined;
  on?: string | undefined;
};

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/me', signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const homeQuery = queryOptions({ queryKey: ['home'], queryFn: ({ signal }) => get<Home>('/home', signal) });

export type AllianceFilter = { q?: string; stage?: string; light?: string; partner?: string; sort?: string };

export const alliancesQuery = (filter: AllianceFilter = {}, limit = 500) =>
  queryOptions({
    queryKey: ['alliances', filter, limit],
    queryFn: async ({ signal }) => {
      const list = await get<AllianceList>(`/alliances${query({ ...filter, limit })}`, signal);
      for (const item of list.items) remember(item.slug, item.id);
      return list;
    },
    placeholderData: keepPreviousData,
  });

export const allianceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug],
    queryFn: async ({ signal }) => {
      const alliance = await get<Alliance>(`/alliances/${slug}`, signal);
      remember(slug, alliance.id);
      return alliance;
    },
  });

/** The alliance by its working draft: what Settings changes. */
export const allianceDraftQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'draft'],
    queryFn: ({ signal }) => get<Alliance>(`/alliances/${slug}?basis=draft`, signal),
  });

/** The alliance in another period than the usual one, or with one's own private matters. */
export const allianceAtQuery = (slug: string, at: At) =>
  queryOptions({
    queryKey: ['alliance', slug, 'at', at],
    queryFn: ({ signal }) => get<Alliance>(`/alliances/${slug}${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export const mapQuery = (slug: string, at: At = {}) =>
  queryOptions({
    queryKey: ['alliance', slug, 'map', at],
    queryFn: ({ signal }) => get<MapView>(`/alliances/${slug}/map${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export const scorecardQuery = (slug: string, at: At & { theme?: string | undefined; periods?: number } = {}) =>
  queryOptions({
    queryKey: ['alliance', slug, 'scorecard', at],
    queryFn: ({ signal }) => get<Scorecard>(`/alliances/${slug}/scorecard${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export type OutlookPart = { theme?: Id; objective?: Id };

/** Whether targets will be met: asked apart, so that nobody waits for it. */
export const outlookQuery = (slug: string, at: At & OutlookPart) =>
  queryOptions({
    queryKey: ['alliance', slug, 'outlook', at],
    queryFn: ({ signal }) => get<Outlook>(`/alliances/${slug}/outlook${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export const objectiveQuery = (slug: string, id: Id, at: At = {}) =>
  queryOptions({
    queryKey: ['alliance', slug, 'objective', id, at],
    queryFn: ({ signal }) => get<ObjectiveView>(`/objectives/${id}${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export const measureQuery = (slug: string, id: Id, at: At & { periods?: number } = {}) =>
  queryOptions({
    queryKey: ['alliance', slug, 'measure', id, at],
    queryFn: ({ signal }) => get<MeasureView>(`/measures/${id}${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export const observationsQuery = (slug: string, measure: Id, period?: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'observations', measure, period],
    queryFn: ({ signal }) =>
      get<{ items: Observation[] }>(`/measures/${measure}/observations${query({ period })}`, signal),
  });

/** Values that wait for a party's word, and those about which the parties differ. */
export const submissionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'submissions'],
    queryFn: ({ signal }) => get<Submissions>(`/alliances/${slug}/submissions`, signal),
  });

export const initiativeQuery = (slug: string, id: Id, at: At = {}) =>
  queryOptions({
    queryKey: ['alliance', slug, 'initiative', id, at],
    queryFn: ({ signal }) => get<InitiativeView>(`/initiatives/${id}${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = (slug: string, filter: { q?: string; party?: string; role?: string } = {}) =>
  infiniteQueryOptions({
    queryKey: ['alliance', slug, 'people', filter],
    queryFn: ({ signal, pageParam }) =>
      get<People>(`/alliances/${slug}/people${query({ ...filter, cursor: pageParam, limit: 60 })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** Invitations that wait to be taken up, for who manages the members of a party. */
export const invitationsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'invitations'],
    queryFn: ({ signal }) => get<{ items: Invitation[] }>(`/alliances/${slug}/invitations`, signal),
    retry: false,
  });

export const recordQuery = (slug: string, space?: string) =>
  infiniteQueryOptions({
    queryKey: ['alliance', slug, 'record', space],
    queryFn: ({ signal, pageParam }) =>
      get<RecordPage>(`/alliances/${slug}/record${query({ space, cursor: pageParam, limit: 50 })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const witnessesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'record', 'witnesses'],
    queryFn: ({ signal }) => get<WitnessList>(`/alliances/${slug}/witnesses`, signal),
  });

export const foreignRecordsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'record', 'foreign'],
    queryFn: ({ signal }) => get<ForeignList>(`/alliances/${slug}/foreign-records`, signal),
  });

export const organisationRecordQuery = infiniteQueryOptions({
  queryKey: ['me', 'organisation-record'],
  queryFn: ({ signal, pageParam }) => get<RecordPage>(`/organisation/record${query({ cursor: pageParam, limit: 50 })}`, signal),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const accessQuery = (slug: string, object?: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'access', object],
    queryFn: ({ signal }) => get<Access>(`/alliances/${slug}/access${query({ object })}`, signal),
  });

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => get<{ items: SessionItem[] }>('/sessions', signal),
});

export const tokensQuery = queryOptions({
  queryKey: ['me', 'tokens'],
  queryFn: ({ signal }) => get<{ items: Token[] }>('/me/tokens', signal),
});

/** Everybody of the viewer's organisation; for its administrators. */
export const colleaguesQuery = queryOptions({
  queryKey: ['me', 'colleagues'],
  queryFn: ({ signal }) => get<{ items: Colleague[] }>('/organisation/people', signal),
});

/** What was brought into an alliance and can still be taken back: one's own imports, and the sample. */
export const importsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'imports'],
    queryFn: ({ signal }) => get<ImportList>(`/alliances/${slug}/imports`, signal),
  });

export type Rhythm = 'at_once' | 'daily' | 'weekly' | 'never';
export type Notifications = { due_values: Rhythm; consents: Rhythm; changes: Rhythm; said: Rhythm; waiting: Rhythm };

export const notificationsQuery = queryOptions({
  queryKey: ['me', 'notifications'],
  queryFn: ({ signal }) => get<Notifications>('/me/notifications', signal),
});

export type FreshnessLine = {
  id: Id | null;
  name: string;
  total: number;
  due: number;
  stale: number;
  missing: number;
  oldest: string | null;
};

export const freshnessQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'freshness'],
    queryFn: ({ signal }) =>
      get<{ as_of: string; owners: FreshnessLine[]; themes: FreshnessLine[]; parties: FreshnessLine[] }>(
        `/alliances/${slug}/freshness`,
        signal,
      ),
  });

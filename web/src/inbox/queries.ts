import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, get, query } from '@/api/client';
import { client } from '@/api/client-query';
import type { Id } from '@/api/types';

export type Kind = 'mention' | 'reply' | 'charter' | 'light' | 'value' | 'accept' | 'dispute' | 'agreement' | 'claim' | 'rating' | 'contested';
export type Item = {
  key: string;
  kind: Kind;
  alliance: { id: Id; slug: string; name: string };
  title: string;
  about: string;
  detail: string;
  at: string | null;
  due: string | null;
  link: string;
  read: boolean;
};
export type Inbox = { waiting: Item[]; items: Item[]; next: string | null; unread: number };
export type Filter = { kind?: string | undefined; only?: string | undefined };

// Whatever happens in an alliance may fill or empty it.
export const inboxQuery = ({ kind, only }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', kind, only],
    queryFn: ({ signal, pageParam }) => get<Inbox>(`/inbox${query({ kind, only, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** Versions of a charter on which this person's organisation has not spoken yet. */
export const waitingChartersQuery = queryOptions({
  queryKey: ['inbox', 'charters'],
  queryFn: async ({ signal }) => (await get<Inbox>('/inbox?kind=charter', signal)).waiting,
});

export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async ({ signal }) => (await get<{ unread: number }>('/inbox/unread', signal)).unread,
});

/** Marks some items, or with none named all of them as read. */
export async function mark(items: string[] | 'all', read = true): Promise<void> {
  if (items === 'all') await call('POST', '/inbox/read-all');
  else await call('POST', '/inbox/marks', { body: { items, read } });
  await client.invalidateQueries({ queryKey: ['inbox'] });
}

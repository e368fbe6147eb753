import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { Id } from '@/api/types';
import type { About, Addressee, CommentList, EarlierText } from './types';

// The keys begin like those of all that belongs to an alliance, so that an event fetches them again.
export const commentsQuery = (slug: string, about: About) =>
  infiniteQueryOptions({
    queryKey: ['alliance', slug, 'comments', about],
    queryFn: ({ signal, pageParam }) =>
      get<CommentList>(`/alliances/${slug}/comments${query({ about, cursor: pageParam, limit: 20 })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const addresseesQuery = (slug: string, about: About, q: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'addressees', about, q],
    queryFn: async ({ signal }) =>
      (await get<{ items: Addressee[] }>(`/alliances/${slug}/comments/addressees${query({ about, q })}`, signal)).items,
    placeholderData: keepPreviousData,
  });

export const earlierQuery = (slug: string, id: Id, version: number) =>
  queryOptions({
    queryKey: ['alliance', slug, 'earlier', id, version],
    queryFn: async ({ signal }) => (await get<{ items: EarlierText[] }>(`/comments/${id}/earlier`, signal)).items,
  });

import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/client';
import type { CommentCount } from './types';

/** How much is said about each thing of an alliance, in one request; for marks beside many things. */
export const countsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'comment-counts'],
    queryFn: async ({ signal }) =>
      new Map(
        (await get<{ items: CommentCount[] }>(`/alliances/${slug}/comments/counts`, signal)).items.map((one) => [
          one.about,
          one,
        ]),
      ),
  });

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { At } from '@/api/queries';
import type { LinkTests } from '@/api/types';

const linkTestsQuery = (slug: string, at: At = {}) =>
  queryOptions({
    queryKey: ['alliance', slug, 'link-tests', at],
    queryFn: ({ signal }) => get<LinkTests>(`/alliances/${slug}/link-tests${query(at)}`, signal),
    placeholderData: keepPreviousData,
  });

/** The tests of all links, asked for only where they are looked at. */
export const useLinkTests = (slug: string, at: At, wanted: boolean) =>
  useQuery({ ...linkTestsQuery(slug, at), enabled: wanted });

import { queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/client';
import type { FileList } from '@/api/types';
import type { About } from '@/discussion/types';

// The key begins like those of all that belongs to an alliance, so that an event fetches it again.
export const filesQuery = (slug: string, about: About) =>
  queryOptions({
    queryKey: ['alliance', slug, 'files', about],
    queryFn: ({ signal }) => get<FileList>(`/alliances/${slug}/files${query({ about })}`, signal),
  });

import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

/** One cache for all screens. Events tell what is out of date, so nothing is asked for twice without a reason. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
    mutations: { retry: false },
  },
});

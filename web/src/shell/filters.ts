import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What stands after the question mark: every filter of a screen, so that it can be kept, shared and gone back to. */
export type Filters = Record<string, string | undefined>;

/** The filters, and how to change some of them: `set({ stage: 'launch' })`, empty or undefined to drop one. */
export function useFilters(): [Filters, (change: Filters, how?: { replace?: boolean }) => void] {
  const filters = useSearch({ strict: false }) as Filters;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Filters, { replace = true } = {}) => {
      void navigate({
        to: '.',
        search: ((old: Filters) => clean({ ...old, ...change })) as never,
        replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [filters, set];
}

/** The period, the side and the version go along from page to page of an alliance; other filters stay where they are. */
export const keepMoment = ((old: Filters) =>
  clean({ period: old.period, side: old.side, basis: old.basis, on: old.on })) as never;

export function clean(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));
}

// Plain `?a=b`: the router's own way would put quotes around what looks like a number, as the period 2008 does.
export function parseSearch(text: string): Filters {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(filters: Record<string, unknown>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

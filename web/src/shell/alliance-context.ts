import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { type At, allianceQuery, type Side } from '@/api/queries';
import type { Alliance, PeriodInfo } from '@/api/types';
import { useFilters } from './filters';

/** The slug in the address. */
export function useSlug(): string {
  return (useParams({ strict: false }) as { alliance?: string }).alliance ?? '';
}

/** The alliance of the page, already loaded by its frame. */
export function useAlliance(): Alliance {
  return useSuspenseQuery(allianceQuery(useSlug())).data;
}

/** The period and side that the address asks for; what is not given is left to the server. */
export function useAt(): At {
  const [filters] = useFilters();
  return { period: filters.period, side: filters.side as Side | undefined };
}

// The top bar shows the period that a page was given by the server, so the page hands it over here.
let shown: PeriodInfo | null = null;
const watchers = new Set<() => void>();

function show(info: PeriodInfo | null): void {
  shown = info;
  for (const watcher of watchers) watcher();
}

/** Called by a page with what its answer says about the period: the top bar then offers the choice of period and side. */
export function useShowPeriod(info: PeriodInfo | undefined): void {
  useEffect(() => {
    if (info) show(info);
  }, [info]);
  useEffect(() => () => show(null), []);
}

export function useShownPeriod(): PeriodInfo | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => shown,
  );
}

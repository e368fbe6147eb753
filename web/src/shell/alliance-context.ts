import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { type At, allianceQuery, type Side } from '@/api/queries';
import type { Alliance, AllianceHead, PeriodInfo } from '@/api/types';
import { useFilters } from './filters';

/** The slug in the address. */
export function useSlug(): string {
  return (useParams({ strict: false }) as { alliance?: string }).alliance ?? '';
}

/** The alliance of the page, already loaded by its frame. */
export function useAlliance(): Alliance {
  return useSuspenseQuery(allianceQuery(useSlug())).data;
}

/** The period, side and version that the address asks for; what is not given is left to the server. */
export function useAt(): At {
  const [filters] = useFilters();
  const { period, side, basis, on } = filters;
  return { period, side: side as Side | undefined, basis, on };
}

// The top bar shows the period and the version that a page was given by the server, so the page hands them over here.
let period: PeriodInfo | null = null;
let head: AllianceHead | null = null;
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) watcher();
}

function useWatched<T>(read: () => T): T {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, read);
}

/** Called by a page with what its answer says about the period: the top bar then offers the choice of period and side. */
export function useShowPeriod(info: PeriodInfo | undefined): void {
  useEffect(() => {
    if (!info) return;
    period = info;
    tell();
  }, [info]);
  useEffect(
    () => () => {
      period = null;
      tell();
    },
    [],
  );
}

/** Called by a page with what its answer says of the version that it shows: the frame tells it, and offers the others. */
export function useShowVersion(info: AllianceHead | undefined): void {
  useEffect(() => {
    if (!info) return;
    head = info;
    tell();
  }, [info]);
  useEffect(
    () => () => {
      head = null;
      tell();
    },
    [],
  );
}

export const useShownPeriod = () => useWatched(() => period);
export const useShownVersion = () => useWatched(() => head);

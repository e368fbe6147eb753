import { useEffect, useState } from 'react';
import { call, get } from '@/api/client';
import { words } from '@/api/edits';
import type { Job } from '@/api/types';

const pause = 400;

export const isUnderWay = (job: Job | null) => job?.state === 'waiting' || job?.state === 'running';

/** Asks after long work on the server until it has ended, or waits for a word. Null if nobody looks on any more. */
export async function follow(begun: Job, show: (job: Job) => void, isOver: () => boolean): Promise<Job | null> {
  let job = begun;
  while (!isOver()) {
    show(job);
    if (!isUnderWay(job)) return job;
    await new Promise((wake) => setTimeout(wake, pause));
    job = await get<Job>(`/jobs/${job.id}`);
  }
  return null;
}

/** What nobody waits for need not go on. */
export function giveUp(job: Job | null): void {
  if (isUnderWay(job)) void call('DELETE', `/jobs/${job!.id}`).catch(() => {});
}

/** Begins long work once when it is first shown, and follows it. Given up with the screen. */
export function useJob(begin: () => Promise<Job>) {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState('');
  const [begun] = useState(() => begin);
  useEffect(() => {
    let over = false;
    let latest: Job | null = null;
    const show = (next: Job) => {
      latest = next;
      setJob(next);
    };
    begun()
      .then((first) => {
        latest = first;
        if (over) giveUp(first);
        else return follow(first, show, () => over);
      })
      .catch((reason) => !over && setError(words(reason)));
    return () => {
      over = true;
      giveUp(latest);
    };
  }, [begun]);
  return { job, error };
}

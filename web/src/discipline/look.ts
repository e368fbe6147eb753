import { useEffect } from 'react';
import { call } from '@/api/client';
import type { Id } from '@/api/types';

const counted = new Set<Id>();

/** Tells once a visit that somebody of one's side opened this measure; the server keeps the day and the side, not who. */
export function useLook(measure: Id | undefined): void {
  useEffect(() => {
    if (!measure || counted.has(measure)) return;
    counted.add(measure);
    call('POST', `/measures/${measure}/looks`).catch(() => counted.delete(measure));
  }, [measure]);
}

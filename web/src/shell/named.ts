import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** An address may name something in a list ("#comment-3f…"): it comes into sight when the list is there. */
export function useNamed(kind: `${string}-`, ready: boolean): void {
  useEffect(() => {
    if (!ready || !location.hash.startsWith(`#${kind}`)) return;
    const named = document.getElementById(location.hash.slice(1));
    named?.scrollIntoView({ block: 'center' });
    named?.setAttribute('data-named', '');
  }, [kind, ready]);
}

/** What the address named last, as a key: another link unfolds and shows its own anew, and a change of filters nothing. */
export function useLastNamed(kind: `${string}-`): string {
  const named = useLocation({ select: ({ hash }) => (hash.startsWith(kind) ? hash : '') });
  const last = useRef(named);
  if (named) last.current = named;
  return last.current;
}

import { useEffect } from 'react';

/** An address may name something in a list ("#comment-3f…"): it comes into sight when the list is there. */
export function useNamed(kind: `${string}-`, ready: boolean): void {
  useEffect(() => {
    if (!ready || !location.hash.startsWith(`#${kind}`)) return;
    const named = document.getElementById(location.hash.slice(1));
    named?.scrollIntoView({ block: 'center' });
    named?.setAttribute('data-named', '');
  }, [kind, ready]);
}

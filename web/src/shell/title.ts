import { useEffect } from 'react';

/** The title of the window: the page, then the alliance, then the program. */
export function useTitle(...parts: (string | undefined | null)[]): void {
  const title = [...parts.filter(Boolean), 'Entente'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 720px)';

/** Whether the screen is a phone's; follows turning and resizing. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(narrow);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(narrow).matches,
  );
}

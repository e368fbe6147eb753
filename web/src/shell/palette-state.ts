import { useSyncExternalStore } from 'react';

let open = false;
const watchers = new Set<() => void>();

function set(value: boolean): void {
  open = value;
  for (const watcher of watchers) watcher();
}

export const openPalette = () => set(true);
export const closePalette = () => set(false);

export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => open,
  );
}

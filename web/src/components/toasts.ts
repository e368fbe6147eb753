import { useSyncExternalStore } from 'react';

export type Toast = { id: number; text: string; kind: 'done' | 'error'; undo?: () => void | Promise<void> };

let items: Toast[] = [];
let next = 1;
const watchers = new Set<() => void>();

function publish(changed: Toast[]): void {
  items = changed;
  for (const watcher of watchers) watcher();
}

/** Says that something was done (a few seconds, longer while one is looking at it) or went wrong (until it is closed). */
export function toast({
  text,
  kind = 'done',
  undo,
}: {
  text: string;
  kind?: Toast['kind'];
  undo?: Toast['undo'];
}): number {
  const id = next++;
  const added: Toast = undo ? { id, text, kind, undo } : { id, text, kind };
  publish([...items.slice(-1), added]);
  return id;
}

export function dismiss(id: number): void {
  publish(items.filter((item) => item.id !== id));
}

/** Runs the newest undo that is still offered: what Ctrl Z does outside a text field. False when there is none. */
export function undoLast(): boolean {
  const last = items.findLast((item) => item.undo);
  if (!last?.undo) return false;
  dismiss(last.id);
  void last.undo();
  return true;
}

export function useToasts(): Toast[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => items,
  );
}

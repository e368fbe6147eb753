import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { ApiError, call, type Method, type Options } from './client';
import { client } from './client-query';
import { apply } from './events';
import type { Act, Changed } from './types';

export type Edit = Omit<Options, 'signal' | 'raw'> & {
  method: Exclude<Method, 'GET'>;
  path: string;
  /** What the toast says: "Title changed". Without it no toast is shown. */
  said?: string;
};

/**
 * Sends a change and offers to undo it. Everything of the alliance on screen is fetched again.
 * Throws `ApiError`, so that a form can show each message at its field.
 */
export async function edit<T = Changed>({ method, path, said, ...options }: Edit): Promise<T> {
  const changed = await call<T>(method, path, options);
  apply({});
  const { act, acts = act ? [act] : [], undoable } = changed as { act?: Act; acts?: Act[]; undoable?: boolean };
  const ids = acts.map((one) => one.id);
  if (said) toast({ text: said, ...(ids.length && undoable !== false ? { undo: () => undo(...ids) } : {}) });
  return changed;
}

/** Like `edit`, for places without a field to show an error at: the message becomes a toast. Null when it failed. */
export async function tryEdit<T = Changed>(change: Edit): Promise<T | null> {
  try {
    return await edit<T>(change);
  } catch (error) {
    toast({ text: words(error), kind: 'error' });
    return null;
  }
}

/** Takes acts back by compensating acts, which are in the record too; several are those of one change, one for each space. */
export async function undo(...acts: string[]): Promise<void> {
  try {
    for (const act of acts) await call('POST', `/acts/${act}/undo`);
    apply({});
    toast({ text: t('edit.undone', 'Undone') });
  } catch (error) {
    toast({ text: words(error), kind: 'error' });
  }
}

/** An error in plain words, the first wrong field included. */
export function words(error: unknown): string {
  if (error instanceof ApiError) {
    if (error.status === 412)
      return t(
        'edit.conflict',
        'Somebody changed this a moment ago. The newest state is on the screen now; please look and try again.',
      );
    const first = error.fields[0];
    return first && !error.message.includes(first.message) ? `${error.message} ${first.message}` : error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Drops all that was read: after signing in or out nothing of the other person may stay. */
export function forget(): void {
  client.clear();
}

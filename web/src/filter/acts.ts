import { call } from '@/api/client';
import { client } from '@/api/client-query';
import { words } from '@/api/edits';
import type { Changed } from '@/api/types';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { type Audience, filtersQuery, homeOf, type SavedFilter } from './queries';

const fresh = (slug: string) => void client.invalidateQueries({ queryKey: filtersQuery(slug).queryKey });

/** Keeps the address under the name, and shows it to others where that was chosen: two acts of which each stands alone. */
export async function save(slug: string, name: string, address: string, audience: Audience): Promise<void> {
  const made = await call<Changed>('POST', homeOf(slug), { body: { name, address } });
  try {
    if (audience !== 'me') await call('POST', `/filters/${made.id}/share`, { body: { audience }, version: made.version });
  } finally {
    fresh(slug);
  }
  toast({ text: t('filter.saved', 'Saved as “{name}”', { name }) });
}

export async function change(slug: string, filter: SavedFilter, to: { name?: string; address?: string }): Promise<void> {
  await call('PATCH', `/filters/${filter.id}`, { body: to, version: filter.version });
  fresh(slug);
  const before = to.name === undefined ? { address: filter.address } : { name: filter.name };
  toast({
    text: to.name === undefined ? t('filter.replaced', 'Replaced') : t('filter.renamed', 'Renamed'),
    undo: () => quietly(slug, () => call('PATCH', `/filters/${filter.id}`, { body: before, version: filter.version + 1 })),
  });
}

export async function share(slug: string, filter: SavedFilter, audience: Audience): Promise<void> {
  await call('POST', `/filters/${filter.id}/share`, { body: { audience }, version: filter.version });
  fresh(slug);
  toast({ text: t('filter.shared', '“{name}” is shared', { name: filter.name }) });
}

/** Removes it at once; the toast brings it back. */
export const remove = (slug: string, filter: SavedFilter) =>
  quietly(slug, async () => {
    await call('DELETE', `/filters/${filter.id}`, { version: filter.version });
    toast({
      text: t('filter.removed', '“{name}” is removed', { name: filter.name }),
      undo: () => quietly(slug, () => call('POST', `/filters/${filter.id}/restore`)),
    });
  });

/** For places without a field to show an error at. */
async function quietly(slug: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    toast({ text: words(error), kind: 'error' });
  } finally {
    fresh(slug);
  }
}

import { edit, tryEdit } from '@/api/edits';
import { call } from '@/api/client';
import { client } from '@/api/client-query';
import { toast } from '@/components/toasts';
import { words } from '@/api/edits';
import type { Id } from '@/api/types';
import { t } from '@/i18n/t';
import { type Card, type Workshop, workshopQuery } from './queries';

export const changeCard = (card: Card, body: object, said: string) =>
  edit({ method: 'PATCH', path: `/cards/${card.id}`, version: card.version, body, said });

export const sortCard = (card: Card, place: { theme?: Id | null; perspective?: Id | null }) =>
  tryEdit({ method: 'PATCH', path: `/cards/${card.id}`, version: card.version, body: place, said: t('card.sorted', 'Card sorted') });

export const releaseCard = (card: Card) =>
  tryEdit({
    method: 'PATCH',
    path: `/cards/${card.id}`,
    version: card.version,
    body: { merged_into: null },
    said: t('card.released', '“{title}” stands for itself again', { title: card.title }),
  });

export const removeCard = (card: Card) =>
  tryEdit({ method: 'DELETE', path: `/cards/${card.id}`, version: card.version, said: t('card.removed', 'Card removed') });

/** Kept for the person alone until the rating is closed; shown at once, and asked anew where it fails. */
export async function rate(slug: string, workshop: Workshop, card: Id, value: number | null): Promise<void> {
  const key = workshopQuery(slug, workshop.id).queryKey;
  client.setQueryData<Workshop>(key, (old) =>
    old ? { ...old, cards: old.cards.map((one) => (one.id === card ? { ...one, my_rating: value } : one)) } : old,
  );
  try {
    await call('PUT', `/workshops/${workshop.id}/ratings`, { body: { card, value } });
  } catch (error) {
    toast({ text: words(error), kind: 'error' });
    void client.invalidateQueries({ queryKey: key });
  }
}

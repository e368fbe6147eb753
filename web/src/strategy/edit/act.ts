import { tryEdit } from '@/api/edits';
import type { Changed, Id, MapView } from '@/api/types';
import { t } from '@/i18n/t';

type Card = MapView['cards'][number];

/** Changes an objective: title, lane, theme, pin. */
export function changeObjective(card: Card, change: Record<string, unknown>, said: string): Promise<Changed | null> {
  return tryEdit({ method: 'PATCH', path: `/objectives/${card.id}`, version: card.version, body: change, said });
}

/** Draws a link, unless it is there already or would lead to itself. */
export function addLink(map: MapView, from: Id, to: Id): Promise<Changed | null> {
  const code = (id: Id) => map.cards.find((card) => card.id === id)?.code ?? '';
  if (from === to || map.links.some((link) => link.from === from && link.to === to)) return Promise.resolve(null);
  return tryEdit({
    method: 'POST',
    path: `/alliances/${map.alliance.id}/links`,
    body: { from, to },
    said: t('edit.linked', '{from} now leads to {to}', { from: code(from), to: code(to) }),
  });
}

/** Takes a part of the map away. */
export function remove(
  kind: 'objectives' | 'links' | 'wins' | 'values' | 'themes' | 'perspectives',
  part: { id: Id; version: number },
  said: string,
): Promise<Changed | null> {
  return tryEdit({ method: 'DELETE', path: `/${kind}/${part.id}`, version: part.version, said });
}

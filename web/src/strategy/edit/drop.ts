import type { Id, MapView } from '@/api/types';
import { t } from '@/i18n/t';
import type { Box, Point } from '@/pictures';

type Card = MapView['cards'][number];
/** A cell of the layout: a column of the whole map, a row of the lane from the bottom. */
export type Pin = { column: number; row: number };
export type DropPlace = {
  lane: MapView['lanes'][number];
  theme: Id;
  island: Box | null;
  /** What is sent to the server. */
  change: { perspective?: Id; theme?: Id; pin?: Pin };
  /** What is said while dragging, and when it is done. */
  words: string;
  said: string;
};

const inside = (box: Box, point: Point) =>
  point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;

/** The card under a point. */
export function cardAt(map: MapView, point: Point): Card | null {
  return map.cards.find((card) => inside(card.box, point)) ?? null;
}

/** The place on a line of known places that is nearest; beyond and between them it goes on in even steps. */
function nearest(known: readonly { place: number; at: number }[], at: number, step: number): number {
  const sorted = [...known].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
  const near = sorted[0];
  if (!near) return 0;
  return Math.max(0, near.place + Math.round((at - near.at) / step));
}

/** The cell of the layout nearest to where a card's top left corner is dropped, within its own lane. */
export function pinAt(map: Pick<MapView, 'cards'>, card: Card, corner: Point): Pin {
  const columns = map.cards.flatMap((one) => (one.column === undefined ? [] : [{ place: one.column, at: one.box.x }]));
  const rows = map.cards.flatMap((one) =>
    one.row === undefined || one.lane !== card.lane ? [] : [{ place: one.row, at: -one.box.y }],
  );
  return {
    column: Math.min(63, nearest(columns, corner.x, card.box.width + 16)),
    row: Math.min(31, nearest(rows, -corner.y, card.box.height + 34)),
  };
}

/**
 * What dropping a card means: the lane under its middle, the theme of the island there (else its own), and within its
 * own lane and theme a pin at the place. Null outside all lanes.
 */
export function dropPlace(map: MapView, card: Card, by: Point): DropPlace | null {
  const middle = { x: card.box.x + card.box.width / 2 + by.x, y: card.box.y + card.box.height / 2 + by.y };
  const lane = map.lanes.find((one) => middle.y >= one.box.y && middle.y <= one.box.y + one.box.height);
  if (!lane) return null;
  const island = map.islands.find((one) => one.lane === lane.id && inside(one.box, middle));
  const theme = island?.theme ?? card.theme;
  const name = map.themes.find((one) => one.id === theme)?.name ?? '';
  const same = lane.id === card.lane && theme === card.theme;
  if (same) {
    const pin = pinAt(map, card, { x: card.box.x + by.x, y: card.box.y + by.y });
    return {
      lane,
      theme,
      island: null,
      change: { pin },
      words: t('edit.pinHere', 'keep it here'),
      said: t('edit.pinned', '{code} stays where you put it', { code: card.code }),
    };
  }
  return {
    lane,
    theme,
    island: island?.box ?? null,
    change: { ...(lane.id === card.lane ? {} : { perspective: lane.id }), ...(theme === card.theme ? {} : { theme }) },
    words: `${lane.name}, ${name}`,
    said: t('edit.moved', '{code} moved to {lane}, {theme}', { code: card.code, lane: lane.name, theme: name }),
  };
}

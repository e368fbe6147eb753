import type { Box } from '../types';

export type Direction = 'left' | 'right' | 'up' | 'down';
type Placed = { id: string; box: Box };

/**
 * The card that an arrow key goes to: the nearest one on that side. Left and right stay in the row; up and down go to the
 * next row with a card, to the one that stands closest. Nothing where there is none that way.
 */
export function neighbour(cards: readonly Placed[], from: string, direction: Direction): string | null {
  const here = cards.find((card) => card.id === from);
  if (!here) return cards[0]?.id ?? null;
  const middle = (card: Placed) => card.box.x + card.box.width / 2;
  const sameRow = (card: Placed) => Math.abs(card.box.y - here.box.y) < here.box.height / 2;
  if (direction === 'left' || direction === 'right') {
    const row = cards.filter(sameRow).sort((a, b) => a.box.x - b.box.x);
    const place = row.findIndex((card) => card.id === from);
    return row[place + (direction === 'right' ? 1 : -1)]?.id ?? null;
  }
  const sign = direction === 'down' ? 1 : -1;
  const beyond = cards.filter((card) => !sameRow(card) && Math.sign(card.box.y - here.box.y) === sign);
  if (beyond.length === 0) return null;
  const nextRow = Math.min(...beyond.map((card) => Math.abs(card.box.y - here.box.y)));
  const row = beyond.filter((card) => Math.abs(card.box.y - here.box.y) < nextRow + here.box.height / 2);
  row.sort((a, b) => Math.abs(middle(a) - middle(here)) - Math.abs(middle(b) - middle(here)) || a.box.x - b.box.x);
  return row[0]?.id ?? null;
}

/** Cards as they are read on the page: rows from the top, each from the left. */
export function readingOrder<Card extends Placed>(cards: readonly Card[]): Card[] {
  return [...cards].sort((a, b) => {
    const rows = a.box.y - b.box.y;
    return Math.abs(rows) < Math.min(a.box.height, b.box.height) / 2 ? a.box.x - b.box.x : rows;
  });
}

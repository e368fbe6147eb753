import type { Box } from '@/pictures';

type Lit = { box: Box };

/** Room around what is lit: the islands' edges and their names. */
const margin = 40;

/**
 * The part of a map to show so that these cards fill a screen of this shape (width over height): as small as they allow,
 * never beyond the map's edges.
 */
export function litBox(cards: readonly Lit[], map: { width: number; height: number }, shape: number): Box {
  const whole = { x: 0, y: 0, width: map.width, height: map.height };
  if (cards.length === 0 || !(shape > 0)) return whole;
  const left = Math.max(0, Math.min(...cards.map(({ box }) => box.x)) - margin);
  const top = Math.max(0, Math.min(...cards.map(({ box }) => box.y)) - margin);
  const right = Math.min(map.width, Math.max(...cards.map(({ box }) => box.x + box.width)) + margin);
  const bottom = Math.min(map.height, Math.max(...cards.map(({ box }) => box.y + box.height)) + margin);
  const width = Math.min(map.width, Math.max(right - left, (bottom - top) * shape));
  const height = Math.min(map.height, Math.max(bottom - top, width / shape));
  const within = (middle: number, size: number, limit: number) =>
    Math.max(0, Math.min(limit - size, middle - size / 2));
  return {
    x: within((left + right) / 2, width, map.width),
    y: within((top + bottom) / 2, height, map.height),
    width,
    height,
  };
}

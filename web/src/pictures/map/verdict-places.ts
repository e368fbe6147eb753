import type { Point } from '../types';
import type { MapArrow } from './types';

export type VerdictPlace = { link: string; x: number; y: number };

const length = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

/** The middle of the longest straight stretch, moved along it by `shift`, but never beyond its ends. */
function middle(points: readonly Point[], shift: number): Point | null {
  let best: [Point, Point] | null = null;
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1] as Point;
    const to = points[i] as Point;
    if (!best || length(from, to) > length(...best)) best = [from, to];
  }
  if (!best) return null;
  const [from, to] = best;
  const whole = length(from, to);
  if (whole === 0) return from;
  const share = Math.min(0.9, Math.max(0.1, 0.5 + shift / whole));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const clearance = 16;

/**
 * Where each link's mark stands: on the arrow that few share, best on one of its own, at the middle of its longest
 * stretch; where two would touch, the later one moves along its line. The same for the same map.
 */
export function verdictPlaces(arrows: readonly MapArrow[], links: ReadonlyMap<string, unknown>): VerdictPlace[] {
  const out: VerdictPlace[] = [];
  for (const link of links.keys()) {
    const own = arrows.filter((arrow) => arrow.links.includes(link));
    const fewest = Math.min(...own.map((arrow) => arrow.links.length));
    const total = (arrow: MapArrow) =>
      arrow.points.slice(1).reduce((sum, point, i) => sum + length(arrow.points[i] as Point, point), 0);
    const [arrow] = own.filter((one) => one.links.length === fewest).sort((a, b) => total(b) - total(a));
    if (!arrow) continue;
    const tries = [0, 18, -18, 36, -36, 54, -54].flatMap((shift) => middle(arrow.points, shift) ?? []);
    const free = tries.find((place) => out.every((other) => length(place, other) >= clearance)) ?? tries[0];
    if (free) out.push({ link, x: Math.round(free.x * 10) / 10, y: Math.round(free.y * 10) / 10 });
  }
  return out;
}

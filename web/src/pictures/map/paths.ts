import type { Point } from '../types';

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

const short = (value: number) => Math.round(value * 100) / 100;
const at = (point: Point) => `${short(point.x)} ${short(point.y)}`;

/** A polyline as a path whose corners are rounded; a corner never takes more than half of either side. */
export function roundedPath(points: readonly Point[], radius = 6): string {
  const [first] = points;
  if (!first || points.length < 2) return '';
  let path = `M${at(first)}`;
  for (let i = 1; i < points.length - 1; i += 1) {
    const before = points[i - 1] as Point;
    const corner = points[i] as Point;
    const after = points[i + 1] as Point;
    const room = Math.min(
      radius,
      Math.hypot(corner.x - before.x, corner.y - before.y) / 2,
      Math.hypot(after.x - corner.x, after.y - corner.y) / 2,
    );
    path += `L${at(toward(corner, before, room))}Q${at(corner)} ${at(toward(corner, after, room))}`;
  }
  return `${path}L${at(points[points.length - 1] as Point)}`;
}

/** The same polyline, its end drawn back so that the line stops under its head. */
export function shortened(points: readonly Point[], by: number): Point[] {
  if (points.length < 2) return [...points];
  const last = points[points.length - 1] as Point;
  const before = points[points.length - 2] as Point;
  return [...points.slice(0, -1), toward(last, before, by)];
}

/** A solid head for "helps", a bar for "hinders", pointing along the last stretch. */
export function headPath(points: readonly Point[], sign: 'helps' | 'hinders', size = 7): string {
  if (points.length < 2) return '';
  const tip = points[points.length - 1] as Point;
  const before = points[points.length - 2] as Point;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  if (length === 0) return '';
  const dx = (tip.x - before.x) / length;
  const dy = (tip.y - before.y) / length;
  const half = size * 0.5;
  if (sign === 'hinders') {
    const foot = { x: tip.x - dx * 2, y: tip.y - dy * 2 };
    return `M${at({ x: foot.x - dy * size * 0.7, y: foot.y + dx * size * 0.7 })}L${at({ x: foot.x + dy * size * 0.7, y: foot.y - dx * size * 0.7 })}`;
  }
  const foot = { x: tip.x - dx * size, y: tip.y - dy * size };
  return `M${at(tip)}L${at({ x: foot.x - dy * half, y: foot.y + dx * half })}L${at({ x: foot.x + dy * half, y: foot.y - dx * half })}Z`;
}

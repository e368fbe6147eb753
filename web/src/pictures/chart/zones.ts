import type { Light } from '../types';

/** How a value is judged; the fields are those of the API's `Scoring`, read loosely. */
export type ZoneScoring = { type: string } & Partial<{
  red: number;
  green: number;
  red_low: number;
  green_low: number;
  green_high: number;
  red_high: number;
  target: number;
  baseline: number;
  direction: 'higher' | 'lower';
  edges: number[];
}>;
/** A stretch of values that gets one light. Open ends are infinite. */
export type Zone = { light: Light; from: number; to: number };

function two(red: number, green: number): Zone[] {
  if (green === red) return step(red, 'higher');
  if (green > red) {
    return [
      { light: 'red', from: -Infinity, to: red },
      { light: 'yellow', from: red, to: green },
      { light: 'green', from: green, to: Infinity },
    ];
  }
  return [
    { light: 'green', from: -Infinity, to: green },
    { light: 'yellow', from: green, to: red },
    { light: 'red', from: red, to: Infinity },
  ];
}

function step(limit: number, direction: 'higher' | 'lower'): Zone[] {
  const low: Light = direction === 'higher' ? 'red' : 'green';
  return [
    { light: low, from: -Infinity, to: limit },
    { light: low === 'red' ? 'green' : 'red', from: limit, to: Infinity },
  ];
}

/** The value at a share of the way through edges that are worth the same each. */
function atShare(edges: readonly number[], share: number): number {
  const place = share * (edges.length - 1);
  const before = Math.min(edges.length - 2, Math.floor(place));
  const from = edges[before] as number;
  return from + ((edges[before + 1] as number) - from) * (place - before);
}

const finite = (...values: (number | undefined | null)[]): boolean => values.every((value) => Number.isFinite(value));

/**
 * The zones of a scoring, lowest first; empty where a value on an axis has none (texts, yes or no, dates, by hand).
 * `moved` replaces the two limits with those in force in one period.
 */
export function zonesOf(
  scoring: ZoneScoring | null | undefined,
  moved: { target: number | null; red: number | null } = { target: null, red: null },
): Zone[] {
  if (!scoring) return finite(moved.red, moved.target) ? two(moved.red as number, moved.target as number) : [];
  switch (scoring.type) {
    case 'higher':
    case 'lower': {
      const red = moved.red ?? scoring.red;
      const green = moved.target ?? scoring.green;
      if (!finite(red, green)) return [];
      return red === green ? step(green as number, scoring.type) : two(red as number, green as number);
    }
    case 'target':
    case 'range': {
      const { red_low, green_low, green_high, red_high } = scoring;
      if (!finite(red_low, green_low, green_high, red_high)) return [];
      return [
        { light: 'red', from: -Infinity, to: red_low as number },
        { light: 'yellow', from: red_low as number, to: green_low as number },
        { light: 'green', from: green_low as number, to: green_high as number },
        { light: 'yellow', from: green_high as number, to: red_high as number },
        { light: 'red', from: red_high as number, to: Infinity },
      ];
    }
    case 'percent':
    case 'progress': {
      const target = moved.target ?? scoring.target;
      if (!finite(target)) return [];
      const goal = target as number;
      const red = scoring.red ?? 0.85;
      const green = scoring.green ?? 0.95;
      if (finite(scoring.baseline)) {
        const base = scoring.baseline as number;
        return two(base + (goal - base) * red, base + (goal - base) * green);
      }
      return scoring.direction === 'lower' ? two(goal * (2 - red), goal * (2 - green)) : two(goal * red, goal * green);
    }
    case 'bands': {
      const edges = scoring.edges ?? [];
      if (edges.length < 2) return [];
      const first = atShare(edges, 1 / 3);
      const second = atShare(edges, 2 / 3);
      return scoring.direction === 'lower' ? two(second, first) : two(first, second);
    }
    default:
      return [];
  }
}

/** The light that a value on the axis gets; the better band has the boundary. */
export function lightIn(zones: readonly Zone[], value: number): Light {
  const rank: Record<Light, number> = { green: 3, yellow: 2, red: 1, grey: 0 };
  let found: Light = 'grey';
  for (const zone of zones)
    if (value >= zone.from && value <= zone.to && rank[zone.light] > rank[found]) found = zone.light;
  return found;
}

/** The values at which one zone goes over into the next. */
export function limitsOf(zones: readonly Zone[]): number[] {
  return zones.flatMap((zone) => (Number.isFinite(zone.to) ? [zone.to] : []));
}

/** Bands as the server gives them with each cell: `lights` has one more entry than `at`, lowest values first. */
export type CellBands = { at: number[]; lights: Light[] };

/** The zones of a cell's own bands. */
export function zonesOfBands({ at, lights }: CellBands): Zone[] {
  return lights.map((light, index) => ({ light, from: at[index - 1] ?? -Infinity, to: at[index] ?? Infinity }));
}

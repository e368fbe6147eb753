import type { ChartCell } from './model';
import type { CellBands } from './zones';

/** What is expected of one period, as the API gives it. */
export type ChartStep = {
  period: string;
  label: string;
  p10: number;
  p50: number;
  p90: number;
  target: number | null;
  red: number | null;
  bands: CellBands;
};
export type FanPoint = { index: number; x: number; low: number; middle: number; high: number };

/** A coming period as a column of the chart: nothing is known of it, but how it will be judged. */
export function columnOf(step: ChartStep): ChartCell {
  return {
    period: step.period,
    label: step.label,
    state: 'ahead',
    value: null,
    light: 'grey',
    target: step.target,
    red: step.red,
    bands: step.bands.lights.length ? step.bands : null,
    flags: [],
    reason: null,
    note: null,
  };
}

/** All columns: what was, then the steps of the forecast for which there is no cell yet. */
export function columnsOf(cells: readonly ChartCell[], ahead: readonly ChartStep[]): ChartCell[] {
  const there = new Set(cells.map((cell) => cell.period));
  return [...cells, ...ahead.filter((step) => !there.has(step.period)).map(columnOf)];
}

/** The fan in pixels, from the last value (`start`) on. Steps that no column shows are left out. */
export function fanPoints(
  columns: readonly ChartCell[],
  ahead: readonly ChartStep[],
  start: { index: number; value: number } | null,
  x: (index: number) => number,
  y: (value: number) => number,
): FanPoint[] {
  const place = new Map(columns.map((column, index) => [column.period, index]));
  const points = ahead.flatMap((step) => {
    const index = place.get(step.period);
    return index === undefined ? [] : [{ index, x: x(index), low: y(step.p10), middle: y(step.p50), high: y(step.p90) }];
  });
  if (!start || !points[0] || points[0].index <= start.index) return points;
  const at = y(start.value);
  return [{ index: start.index, x: x(start.index), low: at, middle: at, high: at }, ...points];
}

const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The band as a closed path: along the upper edge, back along the lower one. */
export function fanPath(points: readonly FanPoint[]): string {
  if (points.length === 0) return '';
  const up = points.map((point, i) => `${i ? 'L' : 'M'}${at(point.x, point.high)}`).join('');
  const back = [...points].reverse().map((point) => `L${at(point.x, point.low)}`).join('');
  return `${up}${back}Z`;
}

/** The middle of the fan as an open path. */
export function middlePath(points: readonly FanPoint[]): string {
  return points.map((point, i) => `${i ? 'L' : 'M'}${at(point.x, point.middle)}`).join('');
}

import type { Light } from '../types';
import { type ChartStep, columnsOf, type FanPoint, fanPoints } from './fan';
import { domain, type Scale, scale, ticks } from './scale';
import { type CellBands, limitsOf, type Zone, type ZoneScoring, zonesOf, zonesOfBands } from './zones';

/** One period of a measure, as the API gives it. */
export type ChartCell = {
  period: string;
  label: string;
  state: string;
  value: number | string | boolean | null;
  light: Light;
  target: number | null;
  red: number | null;
  /** The bands in force in this period; where they are missing, the scoring gives them. */
  bands?: CellBands | null;
  flags: string[];
  reason: string | null;
  note: string | null;
};
export type ChartSignal = {
  limits: 'none' | 'trial' | 'locked';
  centre: number | null;
  low: number | null;
  high: number | null;
  rules: string[];
};
export type ChartInput = {
  cells: readonly ChartCell[];
  scoring?: ZoneScoring | null;
  signal?: ChartSignal | null;
  natural_min?: number | null;
  natural_max?: number | null;
  /** What is expected of the coming periods. */
  ahead?: readonly ChartStep[];
};
export type ChartPoint = { index: number; x: number; y: number; cell: ChartCell; outside: boolean; inRule: boolean };
export type ChartGap = { index: number; x: number; cell: ChartCell };
export type ZoneRun = { x: number; width: number; zones: Zone[]; target: number | null };
export type ChartModel = {
  plot: { left: number; right: number; top: number; bottom: number };
  y: Scale;
  x: (index: number) => number;
  ticks: number[];
  runs: ZoneRun[];
  points: ChartPoint[];
  gaps: ChartGap[];
  /** Stretches of the line without a hole. */
  lines: ChartPoint[][];
  labels: { x: number; text: string }[];
  /** The forecast, from the last value on; empty without one. */
  fan: FanPoint[];
  /** How many columns there are: cells, then coming periods. */
  columns: number;
};

const ruleLength: Record<string, number> = { run_of_eight: 8, three_of_four: 4 };

/** Whether a cell brings a value of its own that can stand on an axis. */
export function drawn(cell: ChartCell): cell is ChartCell & { value: number } {
  return typeof cell.value === 'number' && Number.isFinite(cell.value) && cell.state === 'value';
}

/** How values of one period are judged. */
function zonesIn(input: ChartInput, cell: ChartCell): Zone[] {
  return cell.bands ? zonesOfBands(cell.bands) : zonesOf(input.scoring, { target: cell.target, red: cell.red });
}

/** The zones period by period, neighbours with the same limits put together. */
function zoneRuns(input: ChartInput, columns: readonly ChartCell[], left: number, step: number): ZoneRun[] {
  const runs: (ZoneRun & { key: string })[] = [];
  columns.forEach((cell, index) => {
    const zones = zonesIn(input, cell);
    const key = `${limitsOf(zones).join()} ${cell.target}`;
    const last = runs[runs.length - 1];
    if (last && last.key === key) last.width += step;
    else runs.push({ key, x: left + index * step, width: step, zones, target: cell.target });
  });
  return runs;
}

/** Labels that do not touch: every first, second, third… period, counted from the newest. */
function axisLabels(
  cells: readonly ChartCell[],
  x: (index: number) => number,
  width: number,
  room: number,
): ChartModel['labels'] {
  const every = Math.max(1, Math.ceil((cells.length * room) / Math.max(1, width)));
  return cells.flatMap((cell, index) =>
    (cells.length - 1 - index) % every === 0 ? [{ x: x(index), text: cell.label }] : [],
  );
}

/** Everything that the chart draws, in pixels. */
export function chartModel(input: ChartInput, width: number, height: number): ChartModel {
  const { cells, signal } = input;
  const ahead = input.ahead ?? [];
  const columns = columnsOf(cells, ahead);
  const plot = {
    left: 46,
    right: width - (signal && signal.limits !== 'none' ? 62 : 16),
    top: 12,
    bottom: height - 42,
  };
  const values = cells.filter(drawn).map((cell) => cell.value);
  const limits = columns.flatMap((cell) => limitsOf(zonesIn(input, cell)));
  const expected = ahead.flatMap((step) => [step.p10, step.p90]);
  const targets = columns.flatMap((cell) => (cell.target === null ? [] : [cell.target]));
  const process =
    signal && signal.limits !== 'none' ? [signal.centre, signal.low, signal.high].filter((v) => v !== null) : [];
  const [low, high] = domain([...values, ...expected, ...limits, ...targets, ...process], {
    low: input.natural_min,
    high: input.natural_max,
  });
  const y = scale(low, high, plot.bottom, plot.top);
  const step = (plot.right - plot.left) / Math.max(1, columns.length);
  const x = (index: number) => plot.left + (index + 0.5) * step;

  const points: ChartPoint[] = [];
  const gaps: ChartGap[] = [];
  cells.forEach((cell, index) => {
    if (!drawn(cell)) {
      gaps.push({ index, x: x(index), cell });
      return;
    }
    const above = signal?.high !== null && signal?.high !== undefined && cell.value > signal.high;
    const below = signal?.low !== null && signal?.low !== undefined && cell.value < signal.low;
    points.push({
      index,
      x: x(index),
      y: y(cell.value),
      cell,
      outside: signal?.limits !== 'none' && (above || below),
      inRule: false,
    });
  });
  for (const rule of signal?.rules ?? [])
    for (const point of points.slice(-(ruleLength[rule] ?? 0) || points.length)) point.inRule = true;

  const lines: ChartPoint[][] = [];
  for (const point of points) {
    const line = lines[lines.length - 1];
    if (line && (line[line.length - 1] as ChartPoint).index === point.index - 1) line.push(point);
    else lines.push([point]);
  }
  const last = points.at(-1);
  const start = last ? { index: last.index, value: last.cell.value as number } : null;
  const room = 12 + Math.max(0, ...columns.map((cell) => cell.label.length)) * 6.2;
  return {
    plot,
    y,
    x,
    ticks: ticks(low, high, height < 200 ? 3 : 5),
    runs: zoneRuns(input, columns, plot.left, step),
    points,
    gaps,
    lines,
    labels: axisLabels(columns, x, plot.right - plot.left, room),
    fan: fanPoints(columns, ahead, start, x, y),
    columns: columns.length,
  };
}

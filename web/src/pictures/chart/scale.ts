/** A straight scale from values to pixels. */
export type Scale = { (value: number): number; low: number; high: number };

export function scale(low: number, high: number, from: number, to: number): Scale {
  const span = high - low || 1;
  return Object.assign((value: number) => from + ((value - low) / span) * (to - from), { low, high });
}

function stepFor(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  return power * (ratio >= 7.5 ? 10 : ratio >= 3.5 ? 5 : ratio >= 1.5 ? 2 : 1);
}

const tidy = (value: number) => Number(value.toPrecision(12));

/** About `count` round values within low and high. */
export function ticks(low: number, high: number, count = 5): number[] {
  if (!(high > low)) return [low];
  const step = stepFor(high - low, count);
  const found: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i += 1) found.push(tidy(i * step));
  return found;
}

/** The range widened to round ends, so that the values do not touch the frame. A single value gets room on both sides. */
export function domain(
  values: readonly number[],
  limits: { low?: number | null; high?: number | null } = {},
): [number, number] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [0, 1];
  let low = Math.min(...known);
  let high = Math.max(...known);
  const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  const touchesZero = low >= 0 && low - room < 0;
  low = touchesZero ? 0 : low - room;
  high += room;
  const step = stepFor(high - low, 5) / 2;
  low = tidy(Math.floor(low / step + 1e-9) * step);
  high = tidy(Math.ceil(high / step - 1e-9) * step);
  if (typeof limits.low === 'number') low = Math.max(low, Math.min(limits.low, Math.min(...known)));
  if (typeof limits.high === 'number') high = Math.min(high, Math.max(limits.high, Math.max(...known)));
  return high > low ? [low, high] : [low, low + 1];
}

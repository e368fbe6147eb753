import type { Cell, MeasureView } from '@/api/types';

/** The periods that a chart tells: from the one with which the measure begins. Those before it are no gaps. */
export function toldCells(measure: Pick<MeasureView, 'cells' | 'begins'>): Cell[] {
  const first = measure.cells.findIndex((cell) => cell.period === measure.begins);
  return first > 0 ? measure.cells.slice(first) : measure.cells;
}

/** The numbers among them, oldest first. */
export function numbersOf(cells: readonly Pick<Cell, 'state' | 'value'>[]): number[] {
  return cells.flatMap(({ state, value }) => (state === 'value' && typeof value === 'number' ? [value] : []));
}

/** The cell to read out when none is pointed at: the newest with a value, else the newest. -1 without cells. */
export function latest(cells: readonly Pick<Cell, 'value'>[]): number {
  const found = cells.findLastIndex((cell) => cell.value !== null);
  return found < 0 ? cells.length - 1 : found;
}

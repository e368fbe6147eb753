import { describe, expect, it } from 'vitest';
import { type ChartStep, columnsOf, fanPath, fanPoints, middlePath } from './fan';
import { type ChartCell, chartModel } from './model';

const cell = (period: string, value: number | null): ChartCell => ({
  period,
  label: period,
  state: value === null ? 'pending' : 'value',
  value,
  light: 'green',
  target: null,
  red: null,
  flags: [],
  reason: null,
  note: null,
});
const step = (period: string, p50: number): ChartStep => ({
  period,
  label: period,
  p10: p50 - 10,
  p50,
  p90: p50 + 10,
  target: null,
  red: null,
  bands: { at: [], lights: [] },
});
const cells = [cell('2009-10', 50), cell('2009-11', 60), cell('2009-12', null)];
const ahead = [step('2009-12', 62), step('2010-01', 64)];

describe('the fan of a forecast', () => {
  it('takes a column that is there already, and adds the others', () =>
    expect(columnsOf(cells, ahead).map((column) => column.period)).toEqual([
      '2009-10',
      '2009-11',
      '2009-12',
      '2010-01',
    ]));
  it('begins at the last value and holds the middle', () => {
    const points = fanPoints(columnsOf(cells, ahead), ahead, { index: 1, value: 60 }, (i) => i * 10, (v) => 100 - v);
    expect(points).toEqual([
      { index: 1, x: 10, low: 40, middle: 40, high: 40 },
      { index: 2, x: 20, low: 48, middle: 38, high: 28 },
      { index: 3, x: 30, low: 46, middle: 36, high: 26 },
    ]);
    expect(middlePath(points)).toBe('M10.0 40.0L20.0 38.0L30.0 36.0');
    expect(fanPath(points)).toBe('M10.0 40.0L20.0 28.0L30.0 26.0L30.0 46.0L20.0 48.0L10.0 40.0Z');
  });
  it('widens the axes, so that nothing of it is cut off', () => {
    const model = chartModel({ cells, ahead: [step('2009-12', 300)] }, 600, 260);
    for (const point of model.fan) {
      expect(point.high).toBeGreaterThanOrEqual(model.plot.top);
      expect(point.x).toBeLessThanOrEqual(model.plot.right);
    }
    expect(model.gaps.map((gap) => gap.index)).toEqual([2]);
    expect(chartModel({ cells, ahead }, 600, 260).columns).toBe(4);
  });
  it('is not there without a forecast', () => {
    const model = chartModel({ cells }, 600, 260);
    expect(model.fan).toEqual([]);
    expect(fanPath(model.fan)).toBe('');
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MeasureChart } from './measure-chart';
import { type ChartCell, chartModel } from './model';
import { domain, ticks } from './scale';
import { lightIn, limitsOf, zonesOf } from './zones';

const cell = (index: number, value: number | null, more: Partial<ChartCell> = {}): ChartCell => ({
  period: `2008-${String(index + 1).padStart(2, '0')}`,
  label: `M${index + 1}`,
  state: value === null ? 'missing' : 'value',
  value,
  light: 'green',
  target: 700,
  red: 500,
  flags: [],
  reason: null,
  note: null,
  ...more,
});

describe('scales', () => {
  it('give round ticks', () => {
    expect(ticks(0, 100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(0.1, 0.5, 4)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('leave room around the values and do not go below zero without need', () => {
    const [low, high] = domain([1, 9]);
    expect(low).toBe(0);
    expect(domain([70, 90])[0]).toBeGreaterThan(60);
    expect(high).toBeGreaterThan(9);
    expect(domain([0, 10])[0]).toBe(0);
    expect(domain([5])[0]).toBeLessThan(5);
  });

  it('keep natural bounds', () => {
    expect(domain([0, 99], { low: 0, high: 100 })).toEqual([0, 100]);
  });
});

describe('zones', () => {
  it('follow the limits of higher and lower', () => {
    expect(zonesOf({ type: 'higher', red: 500, green: 700 }).map((zone) => zone.light)).toEqual([
      'red',
      'yellow',
      'green',
    ]);
    expect(zonesOf({ type: 'lower', red: 30, green: 10 }).map((zone) => zone.light)).toEqual([
      'green',
      'yellow',
      'red',
    ]);
  });

  it('give the boundary to the better band', () => {
    const zones = zonesOf({ type: 'higher', red: 500, green: 700 });
    expect([499, 500, 699, 700].map((value) => lightIn(zones, value))).toEqual(['red', 'yellow', 'yellow', 'green']);
  });

  it('are a step where red and green are the same', () => {
    expect(limitsOf(zonesOf({ type: 'higher', red: 5, green: 5 }))).toEqual([5]);
  });

  it('have five bands around a range', () => {
    expect(zonesOf({ type: 'range', red_low: 1, green_low: 2, green_high: 3, red_high: 4 })).toHaveLength(5);
  });

  it('split bands of equal worth at their thirds', () => {
    expect(limitsOf(zonesOf({ type: 'bands', edges: [0, 4000, 6000, 12000] }))).toEqual([4000, 6000]);
  });

  it('use the limits in force in the period', () => {
    expect(limitsOf(zonesOf({ type: 'higher', red: 1, green: 2 }, { target: 4, red: 3 }))).toEqual([3, 4]);
  });

  it('are none for words and dates', () => {
    expect(zonesOf({ type: 'yesno' })).toEqual([]);
  });
});

describe('the measure chart', () => {
  const cells = [cell(0, 520), cell(1, null), cell(2, 640), cell(3, 710, { target: 720, flags: ['restated'] })];
  const signal = { limits: 'locked', centre: 600, low: 450, high: 700, rules: ['outside'] } as const;

  it('breaks the line at gaps and steps where the target moved', () => {
    const model = chartModel({ cells, scoring: { type: 'higher', red: 500, green: 700 } }, 600, 260);
    expect(model.lines.map((line) => line.length)).toEqual([1, 2]);
    expect(model.gaps.map((gap) => gap.index)).toEqual([1]);
    expect(model.runs.map((run) => run.target)).toEqual([700, 720]);
  });

  it('marks what lies outside the limits of the process', () => {
    const model = chartModel({ cells, signal: { ...signal, rules: [] } }, 600, 260);
    expect(model.points.map((point) => point.outside)).toEqual([false, false, true]);
  });

  it('judges each period by its own bands', () => {
    const bands = { at: [400, 450], lights: ['red', 'yellow', 'green'] as const };
    const model = chartModel(
      {
        cells: [cell(0, 520, { bands: { at: bands.at, lights: [...bands.lights] } }), cell(1, 530)],
        scoring: { type: 'higher', red: 500, green: 700 },
      },
      600,
      260,
    );
    expect(model.runs.map((run) => limitsOf(run.zones))).toEqual([
      [400, 450],
      [500, 700],
    ]);
  });

  it('keeps everything inside the frame', () => {
    const model = chartModel({ cells, signal: { ...signal, rules: [] } }, 600, 260);
    for (const point of model.points) {
      expect(point.y).toBeGreaterThanOrEqual(model.plot.top);
      expect(point.y).toBeLessThanOrEqual(model.plot.bottom);
    }
  });

  it('draws bands, target, corrections and signals', () => {
    const picture = renderToStaticMarkup(
      <MeasureChart
        input={{ cells, scoring: { type: 'higher', red: 500, green: 700 }, signal: { ...signal, rules: ['outside'] } }}
        width={600}
        height={260}
      />,
    );
    for (const part of [
      'chart-zone-red',
      'chart-zone-green',
      'chart-target',
      'chart-restated',
      'chart-outside',
      'chart-process-centre',
    ])
      expect(picture).toContain(part);
  });

  it('stands with no values at all', () => {
    expect(renderToStaticMarkup(<MeasureChart input={{ cells: [] }} width={300} height={200} />)).toContain('<svg');
  });
});

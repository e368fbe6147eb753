import type { ReactNode } from 'react';
import { numberText } from '../words';
import { Fan } from './fan-picture';
import { type ChartInput, type ChartModel, type ChartPoint, chartModel } from './model';
import './chart.css';

const linePath = (points: { x: number; y: number }[]) =>
  points.map((p, i) => `${i ? 'L' : 'M'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('');

function Zones({ model }: { model: ChartModel }) {
  const { plot, y } = model;
  const clamp = (value: number) => Math.min(plot.bottom, Math.max(plot.top, y(value)));
  return (
    <g className="chart-zones">
      {model.runs.map((run) =>
        run.zones.map((zone) => {
          const top = zone.to === Infinity ? plot.top : clamp(zone.to);
          const bottom = zone.from === -Infinity ? plot.bottom : clamp(zone.from);
          if (bottom - top < 0.5) return null;
          return (
            <g key={`${run.x}${zone.light}${zone.from}`}>
              <rect className={`chart-zone-${zone.light}`} x={run.x} y={top} width={run.width} height={bottom - top} />
              {zone.to < Infinity && top > plot.top ? (
                <path className="chart-limit" d={`M${run.x} ${top}h${run.width}`} />
              ) : null}
            </g>
          );
        }),
      )}
      {model.runs.map((run, index) => {
        if (run.target === null) return null;
        const before = model.runs[index - 1];
        const rise =
          before && before.target !== null && before.target !== run.target
            ? `M${run.x} ${y(before.target)}L${run.x} ${y(run.target)}`
            : '';
        return (
          <path key={`target${run.x}`} className="chart-target" d={`${rise}M${run.x} ${y(run.target)}h${run.width}`} />
        );
      })}
    </g>
  );
}

function Process({
  model,
  signal,
  decimals,
}: {
  model: ChartModel;
  signal: NonNullable<ChartInput['signal']>;
  decimals: number;
}) {
  const { plot, y } = model;
  const rows = [
    { name: 'high', value: signal.high },
    { name: 'centre', value: signal.centre },
    { name: 'low', value: signal.low },
  ];
  return (
    <g className={`chart-process chart-process-${signal.limits}`}>
      {rows.map((row) =>
        row.value === null ? null : (
          <g key={row.name}>
            <path className={`chart-process-${row.name}`} d={`M${plot.left} ${y(row.value)}H${plot.right}`} />
            <text className="chart-process-label" x={plot.right + 6} y={y(row.value) + 3.5}>
              {numberText(row.value, decimals)}
            </text>
          </g>
        ),
      )}
    </g>
  );
}

function PointMark({ point }: { point: ChartPoint }) {
  const { x, y, cell } = point;
  const hollow = cell.flags.includes('provisional') || cell.flags.includes('estimated');
  return (
    <g
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      className={point.inRule || point.outside ? 'chart-point is-signal' : 'chart-point'}
      data-period={cell.period}
    >
      {point.outside ? <path className="chart-outside" d="M0-9.5 9.5 0 0 9.5-9.5 0Z" /> : null}
      {cell.flags.includes('restated') ? <circle className="chart-restated" r="6" /> : null}
      <circle className={hollow ? 'chart-dot is-hollow' : 'chart-dot'} r="3.2" />
    </g>
  );
}

function GapMark({ x, y, state }: { x: number; y: number; state: string }): ReactNode {
  if (state === 'na') return <path className="chart-gap" d={`M${x - 4} ${y + 3}l8-6`} />;
  if (state === 'pending' || state === 'stale') return <circle className="chart-gap" cx={x} cy={y} r="3.4" />;
  if (state === 'withheld') return <path className="chart-gap" d={`M${x - 4} ${y}h8`} />;
  return <path className="chart-gap" d={`M${x - 3.4} ${y - 3.4}l6.8 6.8m0-6.8-6.8 6.8`} />;
}

/**
 * A measure over time: the bands of each light, the target (a step where it moved), the values with their gaps, the
 * limits of the process, and what is expected. `active` is the period that is read out. Sizes are in pixels.
 */
export function MeasureChart({
  input,
  width,
  height,
  decimals = 1,
  active = null,
}: {
  input: ChartInput;
  width: number;
  height: number;
  decimals?: number;
  active?: number | null;
}) {
  const model = chartModel(input, width, height);
  const { plot, y } = model;
  const whole = model.ticks.every((tick) => Number.isInteger(tick));
  const foot = plot.bottom + 11;
  const joins = model.lines
    .slice(1)
    .map((line, index) => [model.lines[index]?.at(-1) as ChartPoint, line[0] as ChartPoint]);
  return (
    <svg
      className="chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      data-picture="chart"
    >
      <Zones model={model} />
      {model.ticks.map((tick) => (
        <g key={tick}>
          <path className="chart-grid" d={`M${plot.left} ${y(tick)}H${plot.right}`} />
          <text className="chart-tick" x={plot.left - 8} y={y(tick) + 3.5} textAnchor="end">
            {numberText(tick, whole ? 0 : null)}
          </text>
        </g>
      ))}
      {input.signal && input.signal.limits !== 'none' ? (
        <Process model={model} signal={input.signal} decimals={decimals} />
      ) : null}
      <path className="chart-axis" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {model.labels.map((label) => (
        <text key={label.text} className="chart-tick" x={label.x} y={height - 8} textAnchor="middle">
          {label.text}
        </text>
      ))}
      {active !== null ? <path className="chart-active" d={`M${model.x(active)} ${plot.top}V${plot.bottom}`} /> : null}
      <Fan model={model} />
      {joins.map((pair) => (
        <path key={`join${pair[0]?.index}`} className="chart-join" d={linePath(pair)} />
      ))}
      {model.lines.map((line) => (
        <path key={`line${line[0]?.index}`} className="chart-line" d={linePath(line)} />
      ))}
      {model.points.map((point) => (
        <PointMark key={point.index} point={point} />
      ))}
      {model.gaps.map((gap) => (
        <GapMark key={gap.index} x={gap.x} y={foot} state={gap.cell.state} />
      ))}
    </svg>
  );
}

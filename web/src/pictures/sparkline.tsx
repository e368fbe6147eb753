import { domain, scale } from './chart/scale';
import './chart/chart.css';

export type SparkCell = { value: number | string | boolean | null; state: string; target: number | null };

/** A small line of the last periods, with the target behind it as a dashed line that steps where it moved. */
export function Sparkline({
  cells,
  width = 120,
  height = 32,
}: {
  cells: readonly SparkCell[];
  width?: number;
  height?: number;
}) {
  const own = cells.flatMap((cell, index) =>
    typeof cell.value === 'number' && cell.state === 'value' ? [{ index, value: cell.value }] : [],
  );
  const targets = cells.flatMap((cell, index) => (cell.target === null ? [] : [{ index, value: cell.target }]));
  if (own.length === 0)
    return <svg className="spark" width={width} height={height} aria-hidden="true" data-picture="sparkline" />;
  const [low, high] = domain([...own, ...targets].map((point) => point.value));
  const y = scale(low, high, height - 4, 4);
  const step = (width - 10) / Math.max(1, cells.length - 1);
  const x = (index: number) => 4 + index * step;
  let line = '';
  let joins = '';
  own.forEach((point, place) => {
    const before = own[place - 1];
    const here = `${x(point.index).toFixed(1)} ${y(point.value).toFixed(1)}`;
    const whole = before !== undefined && before.index === point.index - 1;
    line += `${whole ? 'L' : 'M'}${here}`;
    if (before && !whole) joins += `M${x(before.index).toFixed(1)} ${y(before.value).toFixed(1)}L${here}`;
  });
  let target = '';
  targets.forEach((point, place) => {
    const from = Math.max(2, x(point.index) - step / 2);
    const to = Math.min(width - 2, x(point.index) + step / 2);
    target += `${place === 0 ? 'M' : 'L'}${from.toFixed(1)} ${y(point.value).toFixed(1)}L${to.toFixed(1)} ${y(point.value).toFixed(1)}`;
  });
  const last = own[own.length - 1] as { index: number; value: number };
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      data-picture="sparkline"
    >
      {target ? <path className="spark-target" d={target} /> : null}
      {joins ? <path className="spark-join" d={joins} /> : null}
      <path className="spark-line" d={line} />
      <circle className="spark-dot" cx={x(last.index)} cy={y(last.value)} r="2.8" />
    </svg>
  );
}

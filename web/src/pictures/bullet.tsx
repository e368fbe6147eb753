import { domain, scale } from './chart/scale';
import { limitsOf, type ZoneScoring, zonesOf } from './chart/zones';
import './chart/chart.css';

/** One value on the ground of its bands, with a stroke for the target. */
export function Bullet({
  value,
  target,
  scoring,
  red = null,
  width = 160,
  height = 18,
}: {
  value: number | null;
  target: number | null;
  scoring?: ZoneScoring | null;
  red?: number | null;
  width?: number;
  height?: number;
}) {
  const zones = zonesOf(scoring, { target, red });
  const numbers = [...limitsOf(zones), ...(value === null ? [] : [value]), ...(target === null ? [] : [target])];
  const [low, high] = domain(numbers);
  const x = scale(low, high, 0, width);
  const clamp = (place: number) => Math.min(width, Math.max(0, x(place)));
  return (
    <svg
      className="bullet"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      data-picture="bullet"
    >
      {zones.map((zone) => {
        const from = clamp(zone.from === -Infinity ? low : zone.from);
        const to = clamp(zone.to === Infinity ? high : zone.to);
        return (
          <rect
            key={zone.from}
            className={`chart-zone-${zone.light}`}
            x={from}
            y="0"
            width={Math.max(0, to - from)}
            height={height}
          />
        );
      })}
      <rect className="bullet-edge" x=".5" y=".5" width={width - 1} height={height - 1} rx="2" />
      {value === null ? null : (
        <rect className="bullet-value" x="0" y={height / 2 - 3} width={Math.max(1.5, clamp(value))} height="6" />
      )}
      {target === null ? null : <path className="bullet-target" d={`M${clamp(target)} 3V${height - 3}`} />}
    </svg>
  );
}

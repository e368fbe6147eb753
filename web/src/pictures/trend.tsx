import type { Trend } from './types';
import { trendWord } from './words';
import './pictures.css';

const arrows: Record<Trend, string> = {
  better: 'M3.5 12.5 12 4M6 3.8h6.2V10',
  worse: 'M3.5 3.5 12 12M12.2 6v6.2H6',
  flat: 'M2.5 8h11M9.5 4l4 4-4 4',
  insufficient: 'M4 8h1.6M7.2 8h1.6m1.6 0H12',
};

/** A trend inside another drawing, on a 16 × 16 ground. */
export function TrendGlyph({
  trend,
  x = 0,
  y = 0,
  size = 16,
}: {
  trend: Trend;
  x?: number;
  y?: number;
  size?: number;
}) {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${size / 16})`}
      className={`pic-trend pic-trend-${trend}`}
      data-trend={trend}
    >
      <path d={arrows[trend]} />
    </g>
  );
}

/**
 * A trend on its own: up is always better, whatever the direction of the measure. A measure's is one against its target,
 * which may move faster than the values do.
 */
export function TrendMark({
  trend,
  size = 16,
  label = true,
  against,
}: {
  trend: Trend;
  size?: number;
  label?: boolean;
  against?: 'target';
}) {
  const words = trendWord(trend, against);
  return (
    <svg
      className="pic-trend-mark"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(label ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true })}
    >
      {label ? <title>{words}</title> : null}
      <TrendGlyph trend={trend} />
    </svg>
  );
}

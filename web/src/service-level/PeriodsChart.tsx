import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '@/i18n/t';
import { said } from './Marks';
import { type Level, type PeriodMark, plain } from './queries';

const height = 180;
const top = 14;
const foot = 24;
const left = 44;

/** Columns from the limit: what kept the promise stands on one side of it, what missed it on the other. */
export function PeriodsChart({ level }: { level: Level }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const room = Math.max(6, Math.floor((width - left) / 16));
  const marks = level.periods.slice(-Math.min(24, room));
  return (
    <div ref={frame} className="level-chart">
      {width > 0 && <Columns level={level} marks={marks} width={width} />}
    </div>
  );
}

function Columns({ level, marks, width }: { level: Level; marks: readonly PeriodMark[]; width: number }) {
  const known = marks.flatMap((one) => (one.value === null ? [one.limit] : [one.value, one.limit]));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const air = (high - low || Math.abs(high) || 1) * 0.12;
  const y = (value: number) => top + ((high + air - value) / (high - low + 2 * air)) * (height - top - foot);
  const step = (width - left) / marks.length;
  const column = Math.min(22, step * 0.62);
  const missed = marks.filter((one) => one.standing === 'missed').length;
  const limit = marks[0]?.limit ?? low;
  // The ends, and the limit where there is room for it.
  const ends = high === low ? [high] : [high, low];
  const ticks = ends.every((end) => Math.abs(y(end) - y(limit)) > 13) ? [...ends, limit] : ends;
  const each = Math.ceil(marks.length / Math.max(2, Math.floor(width / 96)));
  return (
    <svg
      role="img"
      width={width}
      height={height}
      aria-label={t('level.chart', 'Values against the limit: {missed} of {n} periods missed', { missed, n: marks.length })}
    >
      {ticks.map((value) => (
        <text key={value} x={left - 8} y={y(value) + 4} textAnchor="end" className="level-axis">
          {plain(level, value)}
        </text>
      ))}
      {marks.map((mark, index) => {
        const middle = left + step * (index + 0.5);
        const limit = y(mark.limit);
        const value = mark.value === null ? limit : y(mark.value);
        return (
          <g key={mark.period} data-standing={mark.standing}>
            <title>{said(level, mark)}</title>
            <rect x={middle - step / 2} y={top} width={step} height={height - top - foot} fill="transparent" />
            {mark.value === null ? (
              <text x={middle} y={limit - 6} textAnchor="middle" className="level-axis">
                {mark.standing === 'na' ? '–' : '?'}
              </text>
            ) : (
              <>
                <rect className="level-column" x={middle - column / 2} y={Math.min(value, limit)} width={column} height={Math.max(2, Math.abs(value - limit))} rx={2} />
                {mark.standing === 'missed' && (
                  <text x={middle} y={value > limit ? value + 12 : value - 5} textAnchor="middle" className="level-cross">
                    ✕
                  </text>
                )}
              </>
            )}
            <line className="level-limit" x1={middle - step / 2} x2={middle + step / 2} y1={limit} y2={limit} />
            {index % each === 0 && (
              <text x={middle} y={height - 6} textAnchor="middle" className="level-axis">
                {mark.label.replace(/^(\w{3})\w* (\d{4})$/, '$1 $2')}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

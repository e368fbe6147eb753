import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { wrap } from './wrap';
import './chart/chart.css';

export type MilestoneItem = { id: string; name: string; due: string; done_at: string | null };

const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);

/** Milestones on a line of time: filled when done, hollow when to come, with a stroke for today. Widths in pixels. */
export function Milestones({
  items,
  start,
  due,
  today,
  width,
}: {
  items: readonly MilestoneItem[];
  start: string | null;
  due: string | null;
  today: string;
  width: number;
}) {
  const days = [start, due, ...items.flatMap((item) => [item.due, item.done_at])]
    .filter((one): one is string => Boolean(one))
    .map(day);
  if (days.length === 0) return null;
  const first = Math.min(...days);
  const last = Math.max(...days, first + 1);
  const x = (time: number) => 70 + ((time - first) / (last - first)) * (width - 140);
  const now = day(today);
  const room = Math.min(140, Math.max(80, (width - 40) / Math.max(1, items.length)));
  return (
    <svg
      className="milestones"
      width={width}
      height="118"
      viewBox={`0 0 ${width} 118`}
      aria-hidden="true"
      data-picture="milestones"
    >
      <path className="milestones-line" d={`M${x(first)} 40H${x(last)}`} />
      {now > first ? <path className="milestones-done" d={`M${x(first)} 40H${x(Math.min(now, last))}`} /> : null}
      {now >= first && now <= last ? (
        <>
          <path className="milestones-today" d={`M${x(now)} 22v36`} />
          <text className="chart-tick" x={x(now)} y="14" textAnchor="middle">
            {t('milestones.today', 'today')}
          </text>
        </>
      ) : null}
      {items.map((item) => {
        const place = x(day(item.due));
        const lines = wrap(item.name, [room, room], 12, 'regular');
        const late = item.done_at === null && day(item.due) < now;
        return (
          <g key={item.id}>
            {item.done_at && day(item.done_at) > day(item.due) ? (
              <path className="milestones-slip" d={`M${place} 40H${x(day(item.done_at))}`} />
            ) : null}
            <circle
              className={item.done_at ? 'milestone is-done' : late ? 'milestone is-late' : 'milestone'}
              cx={place}
              cy="40"
              r="7"
            />
            {item.done_at ? <path className="milestone-tick" d={`M${place - 3.2} 40.200l2.300 2.300 4-4.400`} /> : null}
            {late ? <path className="milestone-mark" d={`M${place} 36.500v4.200m0 2.400v.100`} /> : null}
            <text className="milestone-name" textAnchor="middle">
              {lines.map((line, index) => (
                <tspan key={line} x={place} y={66 + index * 15}>
                  {line}
                </tspan>
              ))}
            </text>
            <text className="chart-tick" textAnchor="middle" x={place} y={67 + lines.length * 15}>
              {date(item.done_at ?? item.due)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

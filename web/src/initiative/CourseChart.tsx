import { useLayoutEffect, useRef, useState } from 'react';
import { date, money, numberFormat, percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { Course, CoursePoint } from './queries';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const right = 12;

/** Progress and cost as they were reported, against the plan. */
export function CourseChart({ course, today }: { course: Course; today: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const costs = course.points.some((one) => one.cost !== null);
  // Both panels begin at the same place, so that a day of one stands above the same day of the other.
  const left = costs ? Math.max(46, 12 + 6.5 * shortMoney(highest(course), course.currency).length) : 46;
  return (
    <div ref={frame} className="course">
      {width > 0 && <Panel course={course} today={today} width={width} left={left} what="progress" />}
      {width > 0 && costs && <Panel course={course} today={today} width={width} left={left} what="cost" />}
    </div>
  );
}

type PanelProps = { course: Course; today: string; width: number; left: number; what: 'progress' | 'cost' };

function Panel({ course, today, width, left, what }: PanelProps) {
  const height = what === 'progress' ? 170 : 130;
  const { points, start, due, currency } = course;
  const [first, last] = span(course, today);
  const value = (one: CoursePoint) => (what === 'progress' ? one.progress : one.cost);
  const top = what === 'progress' ? 1 : highest(course);
  const x = (at: number) => left + (Math.min(1, Math.max(0, (at - first) / (last - first || 1)))) * (width - left - right);
  const y = (amount: number) => 12 + (1 - amount / top) * (height - 36);
  const words = (amount: number) => (what === 'progress' ? percent(amount) : money(amount, currency));
  const known = points.filter((one) => value(one) !== null);
  // What was reported holds until the next report.
  const steps = known.map((one, index) => `${index ? `H${x(day(one.day))}V` : `M${x(day(one.day))} `}${y(value(one) ?? 0)}`).join('');
  const newest = known.at(-1);
  const budget = points.at(-1)?.budget ?? null;
  return (
    <svg
      role="img"
      width={width}
      height={height}
      aria-label={
        what === 'progress'
          ? t('course.progress', 'Progress over time against plan: {now} done, {planned} planned', {
              now: newest ? words(newest.progress) : '–',
              planned: points.at(-1)?.planned == null ? '–' : percent(points.at(-1)?.planned ?? 0),
            })
          : t('course.cost', 'Cost over time: {now}', { now: newest ? words(newest.cost ?? 0) : '–' })
      }
    >
      <line className="course-grid" x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      <line className="course-grid" x1={left} x2={width - right} y1={y(top)} y2={y(top)} />
      <text className="course-axis" x={left - 6} y={y(top) + 4} textAnchor="end">
        {what === 'progress' ? percent(1) : shortMoney(top, currency)}
      </text>
      <text className="course-axis" x={left - 6} y={y(0) + 4} textAnchor="end">
        0
      </text>
      {what === 'progress' && start && due && <path className="course-plan" d={`M${x(day(start))} ${y(0)}L${x(day(due))} ${y(1)}`} />}
      {what === 'cost' && budget !== null && (
        <>
          <line className="course-plan" x1={left} x2={width - right} y1={y(budget)} y2={y(budget)} />
          <text className="course-axis" x={width - right} y={y(budget) + (y(budget) < 24 ? 13 : -5)} textAnchor="end">
            {t('course.budget', 'Budget {amount}', { amount: money(budget, currency) })}
          </text>
        </>
      )}
      {day(today) < last && <line className="course-today" x1={x(day(today))} x2={x(day(today))} y1={8} y2={height - 24} />}
      <path className="course-line" d={steps} />
      {known.filter((one) => day(one.day) >= first && day(one.day) <= last).map((one) => (
        <circle key={one.day} className="course-dot" cx={x(day(one.day))} cy={y(value(one) ?? 0)} r={4}>
          <title>
            {t('course.point', '{day}: {value}', { day: date(one.day), value: words(value(one) ?? 0) })}
            {what === 'progress' && one.planned !== null ? `, ${t('course.planned', '{share} planned', { share: percent(one.planned) })}` : ''}
          </title>
        </circle>
      ))}
      <text className="course-axis" x={left} y={height - 8}>
        {date(new Date(first).toISOString().slice(0, 10))}
      </text>
      <text className="course-axis" x={width - right} y={height - 8} textAnchor="end">
        {date(new Date(last).toISOString().slice(0, 10))}
      </text>
    </svg>
  );
}

/** The days that are drawn: from the start, or the first report without one, to the end or what was reported after it. */
function span({ points, start, due }: Course, today: string): [number, number] {
  const reports = points.slice(0, -1).map((one) => day(one.day));
  const first = start ? day(start) : Math.min(day(today), ...reports);
  const last = due ? Math.max(day(due), ...reports.filter((one) => one > first)) : day(today);
  return [first, Math.max(last, first + 86_400_000)];
}

/** The top of the cost's axis. */
const highest = ({ points }: Course) => Math.max(1, ...points.flatMap((one) => [one.cost ?? 0, one.budget ?? 0]));

/** "€620k": the whole amount has no room beside the axis. */
function shortMoney(value: number, currency: string): string {
  const short = { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } as const;
  try {
    return numberFormat({ style: 'currency', currency, ...short }).format(value);
  } catch {
    return `${numberFormat(short).format(value)} ${currency}`;
  }
}

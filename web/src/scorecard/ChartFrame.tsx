import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Cell, MeasureView, Scoring } from '@/api/types';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import { LightMark, lightWord, limitText, measured } from '@/pictures';
import { MeasureChart } from '@/pictures/chart/measure-chart';
import { columnsOf } from '@/pictures/chart/fan';
import { chartModel } from '@/pictures/chart/model';
import { ChartTable } from './ChartTable';
import { ForecastLight } from './forecast/ForecastLine';
import { stepWords } from './forecast/words';
import { wanders } from './signal-words';
import { latest, numbersOf, toldCells } from './told';

/** The width of an element, followed as it changes. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

/** What one period says, in words. */
export function cellWords(cell: Cell, measure: Pick<MeasureView, 'unit' | 'decimals'>): string {
  const state: Record<string, string> = {
    missing: t('state.missing', 'missing'),
    pending: t('state.pending', 'no value yet'),
    na: t('state.na', 'does not apply'),
    withheld: t('state.withheld', 'not shared'),
    error: t('state.error', 'cannot be judged'),
    unscored: t('state.unscored', 'told in words'),
  };
  const value =
    cell.value === null
      ? (state[cell.state] ?? '–')
      : measured(cell.value, measure);
  const parts = [`${cell.label}: ${value}`];
  if (cell.value !== null) parts.push(lightWord(cell.light).toLowerCase());
  if (cell.target !== null) parts.push(t('chart.target', 'target {target}', { target: limitText(cell.target, measure) }));
  const flags: Record<string, string> = {
    restated: t('flag.restated', 'corrected'),
    provisional: t('flag.provisional', 'provisional'),
    estimated: t('flag.estimated', 'estimated'),
    target_moved: t('flag.moved', 'target moved'),
    disputed: t('flag.disputed', 'disputed'),
  };
  for (const flag of cell.flags) if (flags[flag]) parts.push(flags[flag]);
  if (cell.reason) parts.push(cell.reason);
  if (cell.note) parts.push(cell.note);
  return parts.join(', ');
}

/** The scoring in force now: the newest that has begun. */
export function scoringOf(measure: Pick<MeasureView, 'targets' | 'period_info'>): Scoring | null {
  const begun = measure.targets.filter((target) => target.effective_from <= measure.period_info.last);
  return (
    [...begun].sort((a, b) => b.effective_from.localeCompare(a.effective_from))[0]?.scoring ??
    measure.targets[0]?.scoring ??
    null
  );
}

/** The measure's chart with its read-out: hover, or arrow keys when it has the focus; or the same as a table. */
export function ChartFrame({ measure }: { measure: MeasureView }) {
  const [table, setTable] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const [frame, width] = useWidth();
  const cells = toldCells(measure);
  const empty = cells.every((cell) => cell.value === null);
  const height = width < 500 ? 240 : 320;
  const scoring = scoringOf(measure);
  const input = {
    cells,
    scoring,
    signal: wanders(numbersOf(cells), measure.signal) ? null : measure.signal,
    natural_min: measure.natural_min,
    natural_max: measure.natural_max,
    ahead: measure.forecast.steps,
  };
  const columns = columnsOf(cells, input.ahead);
  const last = Math.max(0, latest(cells));
  const shown = columns[active ?? last];
  // A period that has no value yet is told by what is expected of it.
  const expected = measure.forecast.steps.find((step) => step.period === shown?.period);
  const words = !shown ? '' : expected ? stepWords(expected, measure) : cellWords(shown as Cell, measure);

  function keys(event: KeyboardEvent) {
    const now = active ?? last;
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: columns.length - 1 }[event.key];
    if (event.key === 'Escape') setActive(null);
    if (to === undefined) return;
    event.preventDefault();
    setActive(Math.min(columns.length - 1, Math.max(0, to)));
  }

  function hover(event: PointerEvent<HTMLDivElement>) {
    const { plot } = chartModel(input, width, height);
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const step = (plot.right - plot.left) / Math.max(1, columns.length);
    setActive(Math.min(columns.length - 1, Math.max(0, Math.floor((x - plot.left) / step))));
  }

  return (
    <div className="chart-frame">
      <div className="chart-frame-head">
        {empty ? (
          <p className="chart-readout">{t('chart.first', 'Enter the first value')}</p>
        ) : shown ? (
          <p className="chart-readout">
            {expected ? (
              <ForecastLight light={expected.light} />
            ) : (
              <LightMark state={{ light: shown.light }} size={18} />
            )}{' '}
            {words}
          </p>
        ) : (
          <p />
        )}
        {empty ? null : <Button size="s" icon={table ? 'activity' : 'table'} onPress={() => setTable(!table)}>
          {table ? t('chart.asChart', 'Show as chart') : t('chart.asTable', 'Show as table')}
        </Button>}
      </div>
      <div ref={frame}>
        {empty ? (
          <p className="soft">
            {t(
              'chart.firstHint',
              'Its line, its bands and its target are drawn here, from the first period with a value on.',
            )}
          </p>
        ) : table ? (
          <ChartTable measure={measure} />
        ) : cells.length && width ? (
          <div
            className="chart-stage"
            role="slider"
            tabIndex={0}
            aria-label={t('chart.label', '{name} over time; arrow keys read each period', { name: measure.name })}
            aria-valuemin={0}
            aria-valuemax={columns.length - 1}
            aria-valuenow={active ?? last}
            aria-valuetext={words}
            onKeyDown={keys}
            onPointerMove={hover}
            onPointerDown={hover}
            onPointerLeave={() => setActive(null)}
          >
            <MeasureChart input={input} width={width} height={height} decimals={measure.decimals} active={active} />
          </div>
        ) : (
          <p className="soft">{t('chart.none', 'No values yet.')}</p>
        )}
      </div>
      {table || empty ? null : <ChartKey measure={measure} cells={cells} limits={input.signal !== null} />}
    </div>
  );
}

/** What the marks in the chart mean, only those that are in it. */
function ChartKey({
  measure,
  cells,
  limits,
}: {
  measure: MeasureView;
  cells: readonly Cell[];
  limits: boolean;
}) {
  const has = (flag: string) => cells.some((cell) => cell.flags.includes(flag));
  const state = (name: string) => cells.some((cell) => cell.state === name);
  const items = [
    cells.some((cell) => cell.target !== null) && {
      key: 'target',
      picture: <path className="chart-target" d="M0 7h24" />,
      words: t('key.target', 'target'),
    },
    limits && measure.signal.limits !== 'none' && {
      key: 'limits',
      picture: <path className="chart-process-high" d="M0 7h24" />,
      words: t('key.limits', 'limits of the process'),
    },
    limits && measure.signal.limits !== 'none' && {
      key: 'outside',
      picture: <path className="chart-outside" d="M12 .500 18.500 7 12 13.500 5.500 7Z" />,
      words: t('key.outside', 'outside the limits'),
    },
    measure.forecast.steps.length > 0 && {
      key: 'forecast',
      picture: (
        <>
          <path className="chart-fan-band" d="M1 7 23 1.500v11Z" />
          <path className="chart-fan-middle" d="M1 7h22" />
        </>
      ),
      words: t('key.forecast', 'forecast: four of five futures, and the middle'),
    },
    has('restated') && {
      key: 'restated',
      picture: <circle className="chart-restated" cx="12" cy="7" r="5.500" />,
      words: t('key.restated', 'corrected'),
    },
    (has('provisional') || has('estimated')) && {
      key: 'hollow',
      picture: <circle className="chart-dot is-hollow" cx="12" cy="7" r="3.200" />,
      words: t('key.provisional', 'provisional'),
    },
    state('missing') && {
      key: 'missing',
      picture: <path className="chart-gap" d="M8.600 3.600l6.800 6.800m0-6.800-6.800 6.800" />,
      words: t('key.missing', 'missing'),
    },
    state('na') && {
      key: 'na',
      picture: <path className="chart-gap" d="M8 10l8-6" />,
      words: t('key.na', 'does not apply'),
    },
    state('pending') && {
      key: 'pending',
      picture: <circle className="chart-gap" cx="12" cy="7" r="3.400" />,
      words: t('key.pending', 'no value yet'),
    },
  ].filter((item) => item !== false);
  return (
    <ul className="chart-key">
      {items.map((item) => (
        <li key={item.key}>
          <svg width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
            {item.picture}
          </svg>
          {item.words}
        </li>
      ))}
    </ul>
  );
}

import type { Cell, ForecastStep, MeasureView } from '@/api/types';
import { type Column, Table } from '@/components/Table';
import { t } from '@/i18n/t';
import { LightPill, limitText, measured } from '@/pictures';
import { cellWords } from './ChartFrame';
import { ForecastLight } from './forecast/ForecastLine';
import { chanceText, expectedText } from './forecast/words';
import { toldCells } from './told';

type Row = Cell | ForecastStep;
const isAhead = (row: Row): row is ForecastStep => 'p50' in row;

/** The chart's content as a table, newest first; above it what is expected. */
export function ChartTable({ measure }: { measure: MeasureView }) {
  const columns: Column<Row>[] = [
    { id: 'period', title: t('chart.period', 'Period'), cell: (cell) => cell.label },
    {
      id: 'value',
      title: t('score.value', 'Value'),
      numeric: true,
      cell: (cell) =>
        isAhead(cell)
          ? expectedText(cell, measure)
          : cell.value === null
          ? cellWords({ ...cell, flags: [], target: null, reason: null, note: null }, measure).split(': ')[1]
          : measured(cell.value, measure),
    },
    {
      id: 'target',
      title: t('chart.targetHead', 'Target'),
      numeric: true,
      cell: (cell) => (cell.target === null ? '–' : limitText(cell.target, measure)),
    },
    {
      id: 'light',
      title: t('score.light', 'Light'),
      cell: (cell) =>
        isAhead(cell) ? <ForecastLight light={cell.light} /> : <LightPill state={{ light: cell.light }} />,
    },
    {
      id: 'note',
      title: t('chart.notes', 'Notes'),
      minor: true,
      cell: (cell) =>
        isAhead(cell)
          ? cell.chance === null
            ? ''
            : t('forecast.onTrack', '{chance} chance of being on track', { chance: chanceText(cell.chance) })
          : [...cell.flags.map((flag) => flag.replace('_', ' ')), cell.reason, cell.note].filter(Boolean).join(', '),
    },
  ];
  const told = toldCells(measure);
  const known = new Set(told.flatMap((cell) => (cell.value === null ? [] : cell.period)));
  const ahead = measure.forecast.steps.filter((step) => !known.has(step.period));
  const expected = new Set(ahead.map((step) => step.period));
  const rows: Row[] = [...told.filter((cell) => !expected.has(cell.period)), ...ahead];
  return (
    <Table
      caption={measure.name}
      columns={columns}
      rows={rows.reverse()}
      rowKey={(cell) => cell.period}
    />
  );
}

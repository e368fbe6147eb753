import type { Cell, MeasureView } from '@/api/types';
import { type Column, Table } from '@/components/Table';
import { t } from '@/i18n/t';
import { LightPill, valueText } from '@/pictures';
import { cellWords } from './ChartFrame';

/** The chart's content as a table, newest first. */
export function ChartTable({ measure }: { measure: MeasureView }) {
  const columns: Column<Cell>[] = [
    { id: 'period', title: t('chart.period', 'Period'), cell: (cell) => cell.label },
    {
      id: 'value',
      title: t('score.value', 'Value'),
      numeric: true,
      cell: (cell) =>
        cell.value === null
          ? cellWords({ ...cell, flags: [], target: null, reason: null, note: null }, measure).split(': ')[1]
          : `${valueText(cell.value, typeof cell.value === 'number' ? measure.decimals : null)} ${measure.unit}`,
    },
    {
      id: 'target',
      title: t('chart.targetHead', 'Target'),
      minor: true,
      numeric: true,
      cell: (cell) => valueText(cell.target),
    },
    { id: 'light', title: t('score.light', 'Light'), cell: (cell) => <LightPill state={{ light: cell.light }} /> },
    {
      id: 'note',
      title: t('chart.notes', 'Notes'),
      minor: true,
      cell: (cell) =>
        [...cell.flags.map((flag) => flag.replace('_', ' ')), cell.reason, cell.note].filter(Boolean).join(', '),
    },
  ];
  return (
    <Table
      caption={measure.name}
      columns={columns}
      rows={[...measure.cells].reverse()}
      rowKey={(cell) => cell.period}
    />
  );
}

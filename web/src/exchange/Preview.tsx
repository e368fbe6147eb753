import { periodWord } from '@/alliance/words';
import type { ImportPreview } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { type Column, Table } from '@/components/Table';
import { number } from '@/i18n/format';
import { t } from '@/i18n/t';

type Row = ImportPreview['rows'][number];
type PreviewProps = {
  preview: ImportPreview;
  name: string;
  busy: boolean;
  error: string;
  onCommit: () => void;
  onBack: () => void;
  /** Of a workbook: back to its columns. */
  onColumns?: () => void;
  sheet?: string;
};

/** What an import would do, line by line; nothing is written yet. With a wrong line nothing can be. */
export function Preview({ preview, name, busy, error, onCommit, onBack, onColumns, sheet }: PreviewProps) {
  const { new_values, changed, skipped, wrong, rows, total } = preview;
  const writes = new_values + changed;
  return (
    <div className="import">
      {error && (
        <p role="alert" className="notice">
          {error}
        </p>
      )}
      <section className="card preview-head">
        <dl className="preview-counts">
          <Count label={t('preview.new', 'New')} n={new_values} />
          <Count label={t('preview.changed', 'Changed')} n={changed} />
          <Count label={t('preview.same', 'Same as before')} n={skipped} />
          <Count label={t('preview.wrong', 'Wrong')} n={preview.wrong_lines} bad={wrong.length > 0} />
        </dl>
        <div className="row">
          <Button onPress={onBack}>{t('preview.back', 'Another file')}</Button>
          {onColumns && <Button onPress={onColumns}>{t('preview.columns', 'Change the columns')}</Button>}
          <Button look="primary" isPending={busy} isDisabled={wrong.length > 0 || writes === 0} onPress={onCommit}>
            {t('preview.commit', 'Import {n} {n|value|values}', { n: writes })}
          </Button>
        </div>
      </section>
      {preview.notes.map((note) => (
        <p key={note} className="notice notice-told">
          {note}
        </p>
      ))}
      {wrong.length > 0 && (
        <section className="card" aria-labelledby="preview-wrong">
          <h2 id="preview-wrong">
            {sheet
              ? t('preview.mendCells', 'Please mend these cells first')
              : t('preview.mend', 'Please mend these lines first')}
          </h2>
          <ul className="wrong-list">
            {wrong.slice(0, 100).map((one) => (
              <li key={`${one.line} ${one.cell} ${one.column} ${one.message}`}>
                <span className="number faint">
                  {one.cell
                    ? t('preview.cell', 'Cell {cell}', { cell: one.cell })
                    : t('preview.line', 'Line {line}', { line: String(one.line) })}
                </span>
                {one.column && <code>{one.column}</code>}
                <span>{one.message}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Table
        caption={
          sheet ? t('preview.cells', 'Sheet {sheet} of {name}', { sheet, name }) : t('preview.rows', 'Lines of {name}', { name })
        }
        columns={columns(sheet !== undefined)}
        rows={rows}
        rowKey={(row) => String(row.line)}
      />
      {total > rows.length && (
        <p className="small faint">
          {t('preview.rest', 'The first {n} of {total} lines are shown.', { n: rows.length, total })}
        </p>
      )}
    </div>
  );
}

function Count({ label, n, bad }: { label: string; n: number; bad?: boolean }) {
  return (
    <div className={bad ? 'preview-bad' : ''}>
      <dt>{label}</dt>
      <dd className="number">{number(n, 0)}</dd>
    </div>
  );
}

const tones = { new: 'good', changed: 'accent', same: 'plain', wrong: 'bad' } as const;

function columns(ofSheet: boolean): Column<Row>[] {
  const words = {
    new: t('preview.new', 'New'),
    changed: t('preview.changed', 'Changed'),
    same: t('preview.same.short', 'Same'),
    wrong: t('preview.wrong', 'Wrong'),
  };
  return [
    {
      id: 'line',
      title: ofSheet ? t('preview.column.cell', 'Cell') : t('preview.column.line', 'Line'),
      minor: true,
      width: 70,
      cell: (row) => <span className="faint">{row.cell || row.line}</span>,
    },
    {
      id: 'measure',
      title: t('preview.column.measure', 'Measure'),
      cell: (row) => (
        <>
          <span className="faint">{row.measure}</span> {row.name}
        </>
      ),
    },
    { id: 'period', title: t('preview.column.period', 'Period'), cell: (row) => periodWord(row.period) },
    { id: 'series', title: t('preview.column.series', 'Series'), minor: true, cell: (row) => row.series },
    {
      id: 'value',
      title: t('preview.column.value', 'Value'),
      numeric: true,
      cell: (row) => (
        <>
          {row.before !== null && row.outcome !== 'same' && <del className="faint">{row.before}</del>}{' '}
          {row.value}
          {(row.value === null || row.state === 'withheld') && <span className="faint"> {row.state}</span>}
        </>
      ),
    },
    {
      id: 'outcome',
      title: t('preview.column.outcome', 'What happens'),
      cell: (row) => (
        <>
          <Badge tone={tones[row.outcome]}>{words[row.outcome]}</Badge>{' '}
          {row.message && <span className="small soft">{row.message}</span>}
        </>
      ),
    },
  ];
}

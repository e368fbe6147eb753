import type { SheetMapping, SheetView } from '@/api/types';
import { t } from '@/i18n/t';
import { partOf } from './workbook';

type Props = { sheet: SheetView; mapping: SheetMapping; onChange: (mapping: SheetMapping) => void };

/** The first rows of a sheet as they stand, with what each column is taken for above it. */
export function SheetTable({ sheet, mapping, onChange }: Props) {
  const words = {
    measure: t('sheet.part.measure', 'Measure'),
    period: t('sheet.period', 'Period'),
    value: t('sheet.value', 'Value'),
    values: t('sheet.part.values', 'Values'),
    series: t('sheet.series', 'Series'),
    state: t('sheet.state', 'State'),
    note: t('sheet.note', 'Note'),
    reason: t('sheet.part.reason', 'Reason'),
  };
  const toggle = (column: string) => {
    const on = mapping.periods.includes(column);
    const periods = sheet.columns.filter((one) => (one === column ? !on : mapping.periods.includes(one)));
    onChange({ ...mapping, periods });
  };
  const caption = t('sheet.beginning', 'The beginning of the sheet “{name}”', { name: sheet.name });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className="sheet-wrap" tabIndex={0} aria-label={caption}>
      <table className="sheet-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {sheet.columns.map((column) => {
              const part = partOf(mapping, column);
              const mayBeValues = mapping.form === 'grid' && (part === null || part === 'values');
              return (
                <th key={column} scope="col" data-part={part ?? undefined}>
                  <span className="sheet-letter">{column}</span>
                  {mayBeValues ? (
                    <button
                      type="button"
                      className="sheet-part"
                      aria-pressed={part === 'values'}
                      aria-label={t('sheet.column', 'Column {column} holds values', { column })}
                      onClick={() => toggle(column)}
                    >
                      {part === 'values' ? words.values : t('sheet.notTaken', 'Not taken')}
                    </button>
                  ) : (
                    <span className="sheet-part">{part ? words[part] : ''}</span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((cells, index) => {
            const row = sheet.numbers[index] ?? 0;
            return (
              <tr key={row} data-heading={row === mapping.heading ? '' : undefined} data-above={row < mapping.heading ? '' : undefined}>
                <th scope="row">{row}</th>
                {sheet.columns.map((column, at) => (
                  <td key={column} data-part={partOf(mapping, column) ?? undefined}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

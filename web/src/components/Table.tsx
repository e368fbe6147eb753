import './Table.css';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

export type Column<Row> = {
  id: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** Name of the order in the address, where the column can be sorted. */
  sort?: string;
  /** Hidden on a phone. */
  minor?: boolean;
  width?: number | string;
};

type TableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  empty?: ReactNode;
};

/** A real table: its head stays in sight, and what can be sorted says so. */
export function Table<Row>({ caption, columns, rows, rowKey, sort, onSort, empty }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className="table-wrap" tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.id} className={dress(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <div className="table-empty">{empty}</div>}
    </section>
  );
}

function dress<Row>(column: Column<Row>): string {
  return `${column.numeric ? 'numeric' : ''} ${column.minor ? 'minor' : ''}`;
}

type HeadProps<Row> = { column: Column<Row>; sort: string | undefined; onSort: ((sort: string) => void) | undefined };

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const down = sort === `-${column.sort}`;
  const up = sort !== undefined && sort === column.sort;
  const order = up ? 'ascending' : down ? 'descending' : undefined;
  return (
    <th
      scope="col"
      className={dress(column)}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={order}
    >
      {column.sort && onSort ? (
        <button type="button" className="table-sort" onClick={() => onSort(up ? `-${column.sort}` : column.sort!)}>
          {column.title}
          <span className="table-arrow" data-order={order}>
            <Icon name="chevron" size={14} />
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

import { useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';

/** A row of a list while it is being edited; `key` keeps its fields in place while rows come and go. */
export type Row<Fields> = Fields & { key: number };
export type RowErrors = Record<string, string>;

let keys = 0;
export const newRow = <Fields>(fields: Fields): Row<Fields> => ({ ...fields, key: ++keys });

/** Where the message of a row's field is kept: "3.name". */
export const at = (index: number, field: string) => `${index}.${field}`;

/** The messages of the server ("milestones[3].name") by row and field; what belongs to no row is under "form". */
export function rowErrors(error: unknown, list: string): RowErrors {
  const found: RowErrors = {};
  if (error instanceof ApiError)
    for (const { path, message } of error.fields) {
      const [, index, field] = path.match(new RegExp(`^${list}\\[(\\d+)\\]\\.(\\w+)$`)) ?? [];
      if (index && field) found[at(Number(index), field)] = message;
    }
  if (Object.keys(found).length === 0) found.form = words(error);
  return found;
}

type Change = { path: string; version: number; list: string; said: string };

/** The rows of a list that is saved as a whole, with the messages at their fields. */
export function useRows<Fields>(start: readonly Fields[], change: Change) {
  const [rows, setRows] = useState<Row<Fields>[]>(() => start.map(newRow));
  const [errors, setErrors] = useState<RowErrors>({});
  const [busy, setBusy] = useState(false);
  return {
    rows,
    errors,
    busy,
    set: (key: number, fields: Partial<Fields>) =>
      setRows(rows.map((row) => (row.key === key ? { ...row, ...fields } : row))),
    add: (fields: Fields) => setRows([...rows, newRow(fields)]),
    remove: (key: number) => {
      setRows(rows.filter((row) => row.key !== key));
      setErrors({});
    },
    /** Sends the list unless `found` says what is wrong. True when it is saved. */
    async save(found: RowErrors, items: unknown[]): Promise<boolean> {
      setErrors(found);
      if (Object.keys(found).length) return false;
      setBusy(true);
      try {
        const { path, version, list, said } = change;
        await edit({ method: 'PATCH', path, version, body: { [list]: items }, said });
        return true;
      } catch (error) {
        setErrors(rowErrors(error, change.list));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

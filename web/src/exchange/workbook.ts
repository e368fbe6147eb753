import type { SheetMapping, SheetView } from '@/api/types';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whether a file is a workbook: by its first bytes, as every workbook is a zip file. */
export async function isWorkbook(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
}

/** What the server suggests for a sheet, or the first row as headings and nothing chosen. */
export function firstMapping(sheet: SheetView): SheetMapping {
  return (
    sheet.mapping ?? {
      sheet: sheet.name,
      form: 'rows',
      heading: sheet.numbers[0] ?? 1,
      measure: '',
      period: '',
      value: '',
      series: '',
      state: '',
      note: '',
      reason: '',
      periods: [],
      all_series: 'actual',
      unknown: 'refused',
    }
  );
}

/** The first sheet that looks like values; otherwise the first that can be seen. */
export function firstSheet(sheets: readonly SheetView[]): SheetView | undefined {
  return sheets.find((one) => one.mapping && !one.hidden) ?? sheets.find((one) => !one.hidden) ?? sheets[0];
}

/** The headings of a sheet by column, from the row that holds them. */
export function headings(sheet: SheetView, row: number): Map<string, string> {
  const cells = sheet.rows[sheet.numbers.indexOf(row)] ?? [];
  return new Map(sheet.columns.map((column, index) => [column, cells[index] ?? '']));
}

export type ColumnPart = 'measure' | 'period' | 'value' | 'series' | 'state' | 'note' | 'reason';

/** The same mapping with a column chosen for a part; whatever else had the column lets it go. */
export function choose(mapping: SheetMapping, part: ColumnPart, column: string): SheetMapping {
  const parts: ColumnPart[] = ['measure', 'period', 'value', 'series', 'state', 'note', 'reason'];
  const next = { ...mapping, periods: mapping.periods.filter((one) => one !== column) };
  for (const other of parts) if (next[other] === column) next[other] = '';
  next[part] = column;
  return next;
}

/** The same mapping in the other form; a grid takes every column with a heading that is not taken yet. */
export function inForm(mapping: SheetMapping, form: SheetMapping['form'], sheet: SheetView): SheetMapping {
  if (sheet.mapping?.form === form) return { ...sheet.mapping, unknown: mapping.unknown };
  if (form === 'rows') return { ...mapping, form, periods: [] };
  const next = { ...mapping, form, period: '', value: '', series: '', state: '' };
  const taken = [next.measure, next.note, next.reason];
  const heads = headings(sheet, next.heading);
  return { ...next, periods: sheet.columns.filter((one) => heads.get(one) && !taken.includes(one)) };
}

/** What has to be chosen before anything can be read. */
export function isComplete(mapping: SheetMapping): boolean {
  if (!mapping.measure) return false;
  return mapping.form === 'grid' ? mapping.periods.length > 0 : Boolean(mapping.period && (mapping.value || mapping.state));
}

/** What a column is taken for. */
export function partOf(mapping: SheetMapping, column: string): ColumnPart | 'values' | null {
  if (mapping.form === 'grid' && mapping.periods.includes(column)) return 'values';
  const parts: ColumnPart[] = ['measure', 'period', 'value', 'series', 'state', 'note', 'reason'];
  return parts.find((one) => mapping[one] === column) ?? null;
}

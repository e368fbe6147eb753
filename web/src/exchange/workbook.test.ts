import { describe, expect, it } from 'vitest';
import type { SheetView } from '@/api/types';
import { choose, firstMapping, firstSheet, headings, inForm, isComplete, isWorkbook, partOf } from './workbook';

const sheet: SheetView = {
  name: 'Values',
  hidden: false,
  columns: ['A', 'C', 'D'],
  numbers: [1, 3],
  rows: [
    ['A report', '', ''],
    ['code', 'Jan 2009', 'Feb 2009'],
  ],
  mapping: null,
};

describe('columns of a sheet', () => {
  it('begins with nothing chosen where nothing is recognised', () => {
    const mapping = firstMapping(sheet);
    expect(mapping.heading).toBe(1);
    expect(isComplete(mapping)).toBe(false);
  });
  it('reads the headings of a row by column', () => {
    expect([...headings(sheet, 3)]).toEqual([
      ['A', 'code'],
      ['C', 'Jan 2009'],
      ['D', 'Feb 2009'],
    ]);
    expect(headings(sheet, 2).get('A')).toBe('');
  });
  it('lets a column be one thing only', () => {
    const mapping = choose(choose(firstMapping(sheet), 'measure', 'A'), 'period', 'A');
    expect(mapping.measure).toBe('');
    expect(partOf(mapping, 'A')).toBe('period');
    expect(partOf(mapping, 'C')).toBeNull();
  });
  it('takes the other headed columns of a grid for periods', () => {
    const mapping = inForm({ ...choose(firstMapping(sheet), 'measure', 'A'), heading: 3 }, 'grid', sheet);
    expect(mapping.periods).toEqual(['C', 'D']);
    expect(isComplete(mapping)).toBe(true);
    expect(partOf(mapping, 'D')).toBe('values');
    expect(inForm(mapping, 'rows', sheet).periods).toEqual([]);
  });
  it('prefers a sheet that is recognised, and never a hidden one', () => {
    const known = { ...sheet, name: 'Known', mapping: firstMapping(sheet) };
    expect(firstSheet([{ ...known, hidden: true }, sheet, known])?.name).toBe('Known');
    expect(firstSheet([{ ...known, hidden: true }, sheet])).toBe(sheet);
  });
  it('tells a workbook by its first bytes', async () => {
    expect(await isWorkbook(new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 9])]))).toBe(true);
    expect(await isWorkbook(new Blob(['PK,period,value']))).toBe(false);
    expect(await isWorkbook(new Blob([]))).toBe(false);
  });
});

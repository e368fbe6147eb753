import { describe, expect, it } from 'vitest';
import type { Cell } from '@/api/types';
import { latest, numbersOf, toldCells } from './told';

const cell = (period: string, value: Cell['value'] = null) =>
  ({ period, value, state: value === null ? 'missing' : 'value' }) as Cell;
const cells = [cell('2009-06'), cell('2009-07'), cell('2009-08', 4), cell('2009-09')];

describe('what a chart tells', () => {
  it('begins where the measure does', () => {
    expect(toldCells({ cells, begins: '2009-07' }).map((one) => one.period)).toEqual(['2009-07', '2009-08', '2009-09']);
    expect(toldCells({ cells, begins: null })).toBe(cells);
    expect(toldCells({ cells, begins: '2001-01' })).toBe(cells);
  });
  it('reads out the newest value, or the newest period while there is none', () => {
    expect(latest(cells)).toBe(2);
    expect(latest([cell('2009-06'), cell('2009-07')])).toBe(1);
    expect(latest([])).toBe(-1);
  });
  it('has the numbers in order', () =>
    expect(numbersOf([cell('a', 1), cell('b'), cell('c', 'good'), cell('d', 3)])).toEqual([1, 3]));
});

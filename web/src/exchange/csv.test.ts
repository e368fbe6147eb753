import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

describe('csvOf', () => {
  it('leaves a CSV file alone', () => {
    const text = 'measure,period,series,value,state,note\nM1,2008-06,actual,3,,\n';
    expect(csvOf(text)).toBe(text);
  });
  it('turns pasted cells into rows, with the heading that they lack', () => {
    expect(csvOf('M1\t2008-06\t3\nM2\t2008-06\t4\n')).toBe('measure,period,value\nM1,2008-06,3\nM2,2008-06,4\n');
  });
  it('quotes a comma', () => expect(csvOf('measure\tperiod\tvalue\tnote\nM1\t2008\t1\ta, b')).toContain('"a, b"'));
});

import { describe, expect, it } from 'vitest';
import type { Observation } from '@/api/types';
import type { Compared, Freeze } from './queries';
import { frozenAs, frozenSentence, kindsOf, laterWords, restatedText } from './words';

const freeze = (title: string, taken_at: string) => ({ id: title, title, taken_at }) as Freeze;
const row = (value: string | null, recorded_at: string, period = '2009-12') =>
  ({ period, value, recorded_at, series: 'actual', state: value === null ? 'na' : 'value' }) as Observation;
const measure = { unit: 'patients', decimals: 0 };

describe('what a review saw of a value that is another now', () => {
  const rows = [row('700', '2010-03-01T00:00:00Z'), row('600', '2010-01-05T00:00:00Z'), row('1', '2010-01-06T00:00:00Z', '2009-11')];
  it('is the last row recorded before the freeze', () => {
    const found = frozenAs('2009-12', 'Q4', rows, [freeze('Q4', '2010-02-01T00:00:00Z')]);
    expect(found?.value).toBe('600');
    expect(found && frozenSentence(found, measure)).toBe('frozen in Q4 as 600\u202fpatients');
  });
  it('is of the latest of several freezes with that name', () => {
    const both = [freeze('Q4', '2010-01-01T00:00:00Z'), freeze('Q4', '2010-02-01T00:00:00Z')];
    expect(frozenAs('2009-12', 'Q4', rows, both)?.value).toBe('600');
    expect(frozenAs('2009-12', 'Q4', rows, [...both].reverse())?.value).toBe('600');
  });
  it('is nothing where the value came later', () => {
    const found = frozenAs('2009-12', 'Q4', rows, [freeze('Q4', '2010-01-01T00:00:00Z')]);
    expect(found && frozenSentence(found, measure)).toBe('not there yet when Q4 was frozen');
  });
  it('is not looked for where the cell names no review, or one that is not there', () => {
    expect(frozenAs('2009-12', null, rows, [freeze('Q4', '2010-02-01T00:00:00Z')])).toBeNull();
    expect(frozenAs('2009-12', 'Q3', rows, [freeze('Q4', '2010-02-01T00:00:00Z')])).toBeNull();
    expect(frozenAs('2008-12', 'Q4', rows, [freeze('Q4', '2010-02-01T00:00:00Z')])).toBeNull();
  });
  it('says so where it said that there is none', () => {
    const found = frozenAs('2009-12', 'Q4', [row(null, '2010-01-01T00:00:00Z'), row('5', '2010-03-01T00:00:00Z')], [
      freeze('Q4', '2010-02-01T00:00:00Z'),
    ]);
    expect(found && frozenSentence(found, measure)).toBe('frozen in Q4 without a value');
  });
});

describe('differences between two reviews', () => {
  const standing = (light: 'green' | 'red', value: number, period = '2009-12') => ({ light, score: null, value, period });
  const item = (given: Partial<Compared>) => ({ change: 'changed', before: null, after: null, fields: [], ...given }) as Compared;
  it('has a kind for each thing that differs', () => {
    expect(kindsOf(item({ before: standing('green', 1), after: standing('red', 2) }))).toEqual(['light', 'value']);
    expect(kindsOf(item({ before: standing('red', 1), after: standing('red', 1, '2010-03') }))).toEqual(['value']);
    expect(kindsOf(item({ before: standing('red', 1), after: standing('red', 1), fields: [{ name: 'unit', before: 'a', after: 'b' }] }))).toEqual([
      'definition',
    ]);
    expect(kindsOf(item({ change: 'added' }))).toEqual(['came']);
    expect(kindsOf(item({ change: 'removed' }))).toEqual(['went']);
  });
});

describe('in words', () => {
  it('counts values that came later', () => {
    expect(laterWords(0)).toBe('');
    expect(laterWords(1)).toBe('1 value recorded since');
    expect(laterWords(12)).toBe('12 values recorded since');
  });
  it('says why there was no value', () => {
    expect(restatedText(480, 'value', measure)).toBe('480\u202fpatients');
    expect(restatedText(null, 'missing', measure)).toBe('no value');
    expect(restatedText(null, 'na', measure)).toBe('does not apply');
  });
});

import { describe, expect, it } from 'vitest';
import { columnIn, readValue } from './value';

describe('a value as it is typed', () => {
  it('is a number with a point', () => {
    expect(readValue('612.5')).toEqual({ value: 612.5 });
    expect(readValue(' 1,234.5 ')).toEqual({ value: 1234.5 });
    expect(readValue('1 234')).toEqual({ value: 1234 });
    expect(readValue('−3')).toEqual({ value: -3 });
    expect(readValue('42 %')).toEqual({ value: 42 });
  });

  it('never turns a minus zero up', () => {
    expect(readValue('-0')).toEqual({ value: 0 });
  });

  it('asks for a point where a comma could mean anything', () => {
    expect(readValue('12,5')).toHaveProperty('error');
    expect(readValue('NaN')).toHaveProperty('error');
    expect(readValue('1e308')).toHaveProperty('error');
    expect(readValue('')).toHaveProperty('error');
  });

  it('can say that it does not apply', () => {
    expect(readValue('n/a')).toEqual({ state: 'na' });
  });

  it('is yes, no or a word where the measure has such values', () => {
    expect(readValue('Yes', [{ value: false }])).toEqual({ value: true });
    expect(readValue('good', [{ value: 'fair' }])).toEqual({ value: 'good' });
    expect(readValue('good', [{ value: 3 }])).toHaveProperty('error');
  });
});

describe('a pasted column', () => {
  it('is one value a line', () => {
    expect(columnIn('1\r\n2\r\n\r\n4\r\n')).toEqual(['1', '2', '', '4']);
    expect(columnIn('1\tx\n2\ty')).toEqual(['1', '2']);
  });
});

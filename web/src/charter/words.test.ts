import { expect, it } from 'vitest';
import { fieldWord, labelWords, plain, plainSides } from './words';

it('says days, numbers, choices and targets in plain words', () => {
  expect(plain('target', 'effective_from', '2009-01-01')).toBe('1 Jan 2009');
  expect(plain('objective', 'weight', '1234.5')).toBe('1,234.5');
  expect(plain('objective', 'position', '0')).toBe('1');
  expect(plain('measure', 'frequency', 'month')).toBe('Each month');
  expect(plain('link', 'lag_months', '0')).toBe('at once');
  expect(plain('link', 'lag_months', '3')).toBe('3 months');
  expect(plain('terms', 'first_month', '4')).toBe('April');
  expect(plain('terms', 'calendar', '445')).toBe('Weeks in 4-4-5');
  expect(plain('target', 'scoring', '{"type":"higher","red":500,"green":700}')).toBe('at least 700, red below 500');
  expect(plain('objective', 'mandatory', 'yes')).toBe('yes');
});

it('leaves what people wrote as it is', () => {
  expect(plain('objective', 'title', '2009')).toBe('2009');
  expect(plain('value', 'text', 'mean')).toBe('mean');
  expect(plain('objective', 'owner', '')).toBe('');
});

it('says what differs between two targets whose words are the same', () => {
  const field = {
    name: 'scoring',
    before: '{"type":"higher","red":500,"green":700}',
    after: '{"type":"higher","red":500,"green":700,"stretch":900}',
  };
  expect(plainSides('target', field)).toEqual({
    before: 'at least 700, red below 500 (stretch –)',
    after: 'at least 700, red below 500 (stretch 900)',
  });
});

it('names members by what they belong to', () => {
  expect(fieldWord('measure', 'kind')).not.toBe(fieldWord('theme', 'kind'));
  expect(fieldWord('objective', 'something_new')).toBe('something new');
  expect(labelWords('target', 'M1 Trust from 2009-01-01')).toBe('M1 Trust, from 1 Jan 2009');
  expect(labelWords('objective', 'Away from 2009-01-01')).toBe('Away from 2009-01-01');
});

import { describe, expect, it } from 'vitest';
import type { ValueWord } from '@/api/types';
import { seenBefore } from './PartnerSees';
import { exact, ownWord, parted, standingOf } from './words';

const partners = ['Aldermere Pharma', 'Halden Clinical'];
const word = (more: Partial<ValueWord>): ValueWord => ({
  party: 'p',
  party_name: 'Halden Clinical',
  verdict: 'accepted',
  value: null,
  reason: '',
  by: 'Marcus Whitfield',
  said_at: '2010-02-01T10:00:00Z',
  mine: false,
  ...more,
});

describe('what became of a value of two keys', () => {
  it('waits for every partner but the one who gave it, or for me', () => {
    const cell = { value: 750, submission: 'submitted' as const, giver: 'Aldermere Pharma' };
    expect(standingOf(cell, partners)?.text).toBe('waits for Halden Clinical');
    expect(standingOf(cell, [...partners, 'Third'])?.text).toBe('waits for Halden Clinical and Third');
    expect(standingOf({ ...cell, may_speak: true }, partners)?.text).toBe('waits for your word');
    expect(standingOf({ ...cell, giver: null }, [])?.text).toBe('waits for the other side');
  });

  it('is accepted by name', () => {
    expect(standingOf({ value: 1, submission: 'accepted', words: [word({})] }, partners)).toEqual({
      kind: 'accepted',
      text: 'accepted by Halden Clinical',
    });
  });

  it('shows both values of a dispute, with all their decimals', () => {
    const words = [word({ verdict: 'disputed', value: 750.25 })];
    expect(standingOf({ value: 750, submission: 'disputed', words }, partners)?.text).toBe('disputed: 750 against 750.25');
    const texts = [word({ verdict: 'disputed', value: 'fair' })];
    expect(standingOf({ value: 'good', submission: 'disputed', words: texts }, partners)?.text).toBe('disputed: good against fair');
  });

  it('says nothing where nobody was asked', () => {
    expect(standingOf({ value: 1 }, partners)).toBeNull();
    expect(standingOf({ value: 1, submission: 'none' }, partners)).toBeNull();
  });

  it('knows the own word among others', () => {
    expect(ownWord(null)).toBeUndefined();
    expect(ownWord([word({}), word({ mine: true, verdict: 'disputed' })])?.verdict).toBe('disputed');
  });
});

describe('a value in full', () => {
  it('has its unit where it is a number', () => {
    expect(exact(12.125, 'days')).toBe('12.125\u202fdays');
    expect(exact(1, 'days')).toBe('1\u202fday');
    expect(exact(3, '')).toBe('3');
    expect(exact(true, 'days')).toBe('yes');
  });
});

describe('the list of what waits', () => {
  const row = (measure: string, submission: string, may_speak: boolean, period = '2010-01') => ({ measure, submission, may_speak, period });
  it('keeps the values of one measure together, and disputes and the other side apart', () => {
    const rows = [row('a', 'submitted', true), row('b', 'submitted', true), row('a', 'submitted', true, '2009-12'), row('c', 'disputed', true), row('d', 'submitted', false)];
    const parts = parted(rows);
    expect(parts.mine.map((group) => group.map((one) => `${one.measure}${one.period}`))).toEqual([['a2010-01', 'a2009-12'], ['b2010-01']]);
    expect(parts.disputed.map((one) => one.measure)).toEqual(['c']);
    expect(parts.theirs.map((group) => group.map((one) => one.measure))).toEqual([['d']]);
  });
});

describe('what the partner sees of a cell', () => {
  it('stays as it is: never more than before, on both sides of the switch', () => {
    expect(seenBefore(null)).toBe('value');
    expect(seenBefore({ state: 'value', light: 'red' })).toBe('value');
    expect(seenBefore({ state: 'withheld', light: 'red' })).toBe('light');
    expect(seenBefore({ state: 'withheld', light: 'grey' })).toBe('nothing');
    expect(seenBefore({ state: 'value', light: 'green', light_only: true, shared_light: 'yellow' })).toBe('light');
    expect(seenBefore({ state: 'value', light: 'green', light_only: true, shared_light: 'grey' })).toBe('nothing');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { MeasureRow } from '@/api/types';
import { setLocale } from '@/i18n/t';
import { goalText } from './goal';

afterEach(() => setLocale('en-GB'));

const goal = (part: Partial<MeasureRow['goal']>, unit = '', decimals = 0) =>
  goalText({ goal: { kind: 'none', low: null, high: null, day: null, word: null, ...part }, unit, decimals, target: 'bands' });

describe('a goal', () => {
  it('keeps number and unit on one line', () =>
    expect(goal({ kind: 'at_most', high: 1450 }, 'EUR million')).toBe('≤\u00a01,450\u202fEUR\u00a0million'));
  it('says by which day, as people write it', () =>
    expect(goal({ kind: 'reach', high: 80, day: '2009-12-31' }, '%')).toBe('80\u202f% by 31\u00a0Dec\u00a02009'));
  it('follows the locale', () => {
    setLocale('de-DE');
    expect(goal({ kind: 'between', low: 0.5, high: 1250.5 }, 'Tage', 1)).toBe('0,5 to 1.250,5\u202fTage');
  });
  it('is as exact as it was set, and rounds what was computed', () => {
    expect(goal({ kind: 'at_least', low: 76.5 }, '%')).toBe('≥\u00a076.5\u202f%');
    expect(goal({ kind: 'at_least', low: 68.119178 }, '%')).toBe('≥\u00a068\u202f%');
  });
  it('without parts is what the server says', () => expect(goal({ kind: 'none' })).toBe('bands'));
});

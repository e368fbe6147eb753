import { afterEach, describe, expect, it } from 'vitest';
import { percent, period } from './format';
import { unitFor, withUnit } from './quantity';
import { setLocale } from './t';

afterEach(() => setLocale('en-GB'));

describe('a period', () => {
  it.each([
    ['2010', '2010'],
    ['2010-H1', 'H1 2010'],
    ['2010-Q3', 'Q3 2010'],
    ['2010-06', 'Jun 2010'],
    ['2010-W04', 'Week 4, 2010'],
    ['2010-06-30', '30 Jun 2010'],
  ])('%s is written %s', (name, words) => expect(period(name)).toBe(words));
  it('follows the locale', () => {
    setLocale('de-DE');
    expect(period('2010-05')).toBe('Mai 2010');
  });
});

describe('a unit', () => {
  it.each([
    [1, 'awards', 'award'],
    [2, 'awards', 'awards'],
    [1.5, 'awards', 'awards'],
    [0, 'days', 'days'],
    [1, 'days', 'day'],
    [1, 'people', 'person'],
    [1, 'studies', 'study'],
    [1, 'branches', 'branch'],
    [1, 'losses', 'loss'],
    [1, 'stress', 'stress'],
    [1, 'EUR million', 'EUR million'],
    [1, '%', '%'],
  ])('%s %s is said as %s', (value, unit, word) => expect(unitFor(value, unit)).toBe(word));
  it('is left alone in another language', () => {
    setLocale('fr-FR');
    expect(unitFor(1, 'mois')).toBe('mois');
    expect(unitFor(1, 'jours')).toBe('jours');
  });
  it('stays with its number', () => {
    expect(withUnit('67', '%')).toBe('67\u202f%');
    expect(withUnit('440', 'EUR thousand')).toBe('440\u202fEUR\u00a0thousand');
    expect(withUnit('440', '')).toBe('440');
    expect(percent(0.875)).toBe('88\u202f%');
  });
});

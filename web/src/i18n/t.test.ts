import { describe, expect, it } from 'vitest';
import { t } from './t';

describe('t', () => {
  it('puts values in', () => expect(t('x', 'Hello {name}', { name: 'Anna' })).toBe('Hello Anna'));
  it('chooses by number', () => {
    expect(t('x', '{n} {n|red|reds}', { n: 1 })).toBe('1 red');
    expect(t('x', '{n} {n|red|reds}', { n: 4 })).toBe('4 reds');
  });
  it('leaves an unknown name alone', () => expect(t('x', 'a {b}')).toBe('a {b}'));
});

import { expect, it } from 'vitest';
import { themeAt, themeSlug } from './theme-address';

const themes = [
  { id: 't1', name: 'Speed & process' },
  { id: 't2', name: 'Growth' },
  { id: 't3', name: 'growth' },
];

it('names a theme in the address by its words', () => {
  expect(themeSlug(themes[0]!, themes)).toBe('speed-process');
  expect(themeAt('speed-process', themes)?.id).toBe('t1');
});

it('falls back on identifiers where names are shared', () => {
  expect(themeSlug(themes[1]!, themes)).toBe('t2');
  expect(themeAt('t3', themes)?.id).toBe('t3');
  expect(themeAt('nothing', themes)).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import type { Target } from './palette-find';
import { targetOf, together } from './palette-search';

const target = (key: string, group: string): Target => ({ key, group, name: key });

describe('the palette with what the server found', () => {
  it('names each thing once and keeps groups together', () => {
    const here = [target('objective 1', 'Objectives'), target('new', 'Do')];
    const served = [target('measure 2', 'Measures'), target('objective 1', 'Objectives'), target('objective 3', 'Objectives')];
    expect(together(here, served).map((one) => one.key)).toEqual(['objective 1', 'objective 3', 'new', 'measure 2']);
  });
  it('says in which alliance a thing lies', () => {
    const alliance = { id: 'a', slug: 's', name: 'North–South' };
    const hit = { id: 'x', code: 'CO1', title: 'Cost', note: '', alliance, is_private: false, link: '/a/s/o/x' };
    expect(targetOf({ ...hit, kind: 'objective' }).note).toBe('CO1 · North–South');
    expect(targetOf({ ...hit, kind: 'alliance', code: '' }).note).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import type { Alliance } from '@/api/types';
import { sections, stands } from './sections';

const rights = (given: Partial<Alliance['rights']>) => ({ rights: given as Alliance['rights'] });

describe('the pages of an alliance', () => {
  it('offers only what a person may open', () => {
    const names = sections(rights({ read_scorecard: true })).map((one) => one.label);
    expect(names).toContain('Scorecards');
    expect(names).not.toContain('Settings');
  });
  it('keeps the bar short: the rarer pages stand under "More"', () => {
    const all = sections(rights({ read_scorecard: true, read_record: true, enter_observations: true, edit_draft: true }));
    expect(all.filter((one) => one.place === 'bar').length).toBeLessThanOrEqual(5);
    expect(all.filter((one) => one.place === 'more').map((one) => one.label)).toContain('People');
  });
});

describe('which of them is current', () => {
  const all = sections(rights({ read_scorecard: true, enter_observations: true }));
  const current = (path: string) => all.filter((one) => stands(one, 'a-1', path)).map((one) => one.label);
  it('is the page itself, also with a slash behind it', () => {
    expect(current('/a/a-1')).toEqual(['Overview']);
    expect(current('/a/a-1/')).toEqual(['Overview']);
    expect(current('/a/a-1/people')).toEqual(['People']);
  });
  it('is the one above a page below it', () => expect(current('/a/a-1/import/values')).toEqual(['Import']));
  it('is none for a page whose name only begins alike', () => expect(current('/a/a-1/mapping')).toEqual([]));
});

import { describe, expect, it } from 'vitest';
import type { Alliance } from '@/api/types';
import { closedSection } from './closed';

const who = (rights: Partial<Alliance['rights']>) => ({ slug: 'a-1', rights: rights as Alliance['rights'] });
const employee = who({});
const sponsor = who({ read_scorecard: true, read_record: true });

describe('a page that one’s role does not open', () => {
  it('is named, and so is the page above what lies below it, whether that exists or not', () => {
    expect(closedSection(employee, '/a/a-1/scorecards')?.label).toBe('Scorecards');
    expect(closedSection(employee, '/a/a-1/scorecards/whatever')?.label).toBe('Scorecards');
    expect(closedSection(employee, '/a/a-1/charter/')?.label).toBe('Charter');
    expect(closedSection(sponsor, '/a/a-1/settings')?.label).toBe('Settings');
  });
  it('is none where the role reaches: what is missing there is just not here', () => {
    expect(closedSection(sponsor, '/a/a-1/scorecards/whatever')).toBeUndefined();
    expect(closedSection(employee, '/a/a-1/map/whatever')).toBeUndefined();
  });
  it('is none for an address that nobody has, and for a thing by its number', () => {
    expect(closedSection(employee, '/a/a-1/nonsense')).toBeUndefined();
    expect(closedSection(employee, '/a/a-1/chartered')).toBeUndefined();
    expect(closedSection(employee, '/a/a-1/m/0123')).toBeUndefined();
  });
});

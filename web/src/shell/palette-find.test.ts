import { describe, expect, it } from 'vitest';
import { find, type Target } from './palette-find';

const targets: Target[] = [
  { key: '1', group: 'Alliances', name: 'Aldermere–Halden' },
  { key: '2', group: 'Objectives', name: 'Build trust at every level', note: 'LA1' },
  { key: '3', group: 'Measures', name: 'Trust and transparency index', note: 'LA1.1' },
];

describe('find', () => {
  it('shows all to one who types nothing', () => expect(find(targets, '')).toHaveLength(3));
  it('finds by the beginning of any word, whatever the case', () =>
    expect(find(targets, 'HALD').map((one) => one.key)).toEqual(['1']));
  it('puts the better fit first', () => expect(find(targets, 'trust').map((one) => one.key)).toEqual(['3', '2']));
  it('wants every word', () => expect(find(targets, 'trust la1 level').map((one) => one.key)).toEqual(['2']));
});

import { afterEach, describe, expect, it } from 'vitest';
import { setLocale } from '@/i18n/t';
import { namesIn } from './names';
import { raw, told } from './told';

afterEach(() => setLocale('en-GB'));

const change = (field: string, before: string | null, after: string | null) => ({ field, before, after });
const after = (field: string, text: string) => told([change(field, null, text)])[0]?.after;

describe('what an act changed', () => {
  it('is a line for each field, in plain words', () => {
    expect(told([change('review_date', null, '30 Jun 2008'), change('grace', '10', '5')])).toEqual([
      { what: 'Review date', before: null, after: '30 Jun 2008' },
      { what: 'Days of grace', before: '10', after: '5' },
    ]);
  });
  it('shows of what has parts only the parts that differ, never JSON', () => {
    const lines = told([
      change('scoring', '{"green":70,"red":55,"type":"higher"}', '{"green":75.5,"red":55,"type":"higher"}'),
      change('limits', null, '[{"from":"2007-01-01","limit":95},{"from":"2008-01-01","limit":97}]'),
    ]);
    expect(lines).toEqual([
      { what: 'Scoring: green', before: '70', after: '75.5' },
      { what: 'Limits 1: from', before: null, after: '1 Jan 2007' },
      { what: 'Limits 1: limit', before: null, after: '95' },
      { what: 'Limits 2: from', before: null, after: '1 Jan 2008' },
      { what: 'Limits 2: limit', before: null, after: '97' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('{\\"');
  });
  it('tells shares of the whole in per cent', () => {
    expect([after('progress', '0.83'), after('planned', '0.045'), after('weight', '0.5')]).toEqual(['83%', '4.5%', '0.5']);
  });
  it('tells what went', () => expect(told([change('note', 'Once', null)])).toEqual([{ what: 'Note', before: 'Once', after: null }]));
  it('names the things that are known, and shortens the other identifiers', () => {
    const names = namesIn({ parties: [{ id: 'xkx8qwd9kx8xe06ya7xq', name: 'North' }], o: { id: 'gxdy0ry23cs7pfw6v87r', code: 'SP1', title: 'Fast' } });
    expect(told([change('objectives', null, '["gxdy0ry23cs7pfw6v87r","873tmvce8fk2ntb7c2tb"]'), change('party', null, 'xkx8qwd9kx8xe06ya7xq')], names)).toEqual([
      { what: 'Objectives', before: null, after: 'SP1 Fast and 873tmvce…' },
      { what: 'Party', before: null, after: 'North' },
    ]);
  });
  it('stands unshortened in the raw text', () => {
    expect(raw([change('scoring', '{"green":70}', '{"green":75}'), change('party', null, 'xkx8qwd9kx8xe06ya7xq')])).toBe(
      'scoring\n- {"green":70}\n+ {"green":75}\n\nparty\n+ xkx8qwd9kx8xe06ya7xq',
    );
  });
});

describe('a value', () => {
  it('is written in the way of the reader’s country', () => {
    setLocale('de-DE');
    expect(after('budget', '620000.5')).toBe('620.000,5');
    expect(after('due', '31 Dec 2007')).toBe('31. Dez. 2007');
    expect(after('milestones', '[{"due":"2006-06-30"}]')).toBe('30. Juni 2006');
    expect(after('in_force_at', '2006-01-30T09:00:00.000000Z')).toMatch(/^30\.01\.2006, \d\d:00$/);
  });
  it('of many digits keeps each of them', () => expect(after('value', '123456789.000000001')).toBe('123,456,789.000000001'));
  it('that is a word of the program reads as words', () => {
    expect(after('roles', 'sponsor body_member')).toBe('sponsor and body member');
    expect(after('outcome', 'came_true')).toBe('came true');
    expect(after('mandatory', 'yes')).toBe('yes');
    expect(told([change('moves', '[{"late":true}]', '[{"late":false}]')])[0]).toEqual({ what: 'Moves 1: late', before: 'yes', after: 'no' });
  });
  it.each([
    ['period', '2007'],
    ['title', '12345'],
    ['text', '10 Feb 2010'],
    ['note', '{"not":"ours"}'],
    ['formula', '[LA2.3] + 1'],
    ['words', 'snake_case stays'],
    ['description', '2008-Q1'],
  ])('that people wrote, or that may be a year, stays as it is: %s', (field, text) => expect(after(field, text)).toBe(text));
});

import { describe, expect, it } from 'vitest';
import { basisSentence, basisShown, basisWord, isDay, isOpen } from './basis';
import type { Charter } from './queries';
import { longDigest, shortDigest, standing, usualFrom, versionNamed, waitsFor } from './versions';

const version = (number: number, state: Charter['state'], in_force_at: string | null = null) => ({ number, state, in_force_at });
const shown = (charter: ReturnType<typeof version> | null, ratified = true) => ({ ratified, charter });

describe('what is shown', () => {
  it('is what is in force unless something else was asked for', () => {
    expect(basisShown({}, shown(version(2, 'in_force'))).kind).toBe('standing');
    expect(basisWord({ kind: 'standing' }, shown(version(2, 'in_force')))).toBe('Version 2');
    expect(basisShown({ basis: '2' }, shown(version(2, 'in_force'))).kind).toBe('standing');
  });

  it('is the only draft there is before the first ratification', () => {
    expect(basisShown({}, shown(null, false)).kind).toBe('standing');
    expect(basisShown({ basis: 'draft' }, shown(null, false)).kind).toBe('standing');
    expect(basisWord({ kind: 'standing' }, shown(null, false))).toBe('Not ratified');
  });

  it('is the draft where it was asked for, and where a thing is new in it', () => {
    expect(basisShown({ basis: 'draft' }, shown(null)).kind).toBe('draft');
    expect(basisShown({}, shown(null)).kind).toBe('draft');
  });

  it('is a version that is not in force, or a past day by the version of then', () => {
    const old = basisShown({ basis: '1' }, shown(version(1, 'superseded', '2010-02-03T10:00:00Z')));
    expect(old).toMatchObject({ kind: 'version', number: 1 });
    expect(basisSentence(old)).toBe('This is version 1, in force from 3 Feb 2010 until another took its place.');
    const returned = basisShown({ basis: '3' }, shown(version(3, 'returned')));
    expect(basisSentence(returned)).toBe('This is version 3, not in force: returned.');
    const day = basisShown({ on: '2010-02-04' }, shown(version(1, 'in_force')));
    expect(basisSentence(day)).toBe('As it was known on 4 February 2010, by version 1, which was in force then.');
    expect(basisSentence(basisShown({ on: '2010-01-01' }, shown(null, false)))).toContain('Nothing was ratified then');
  });

  it('can be changed only where it is the draft of today', () => {
    expect(isOpen(shown(null), {})).toBe(true);
    expect(isOpen(shown(null), { on: '2010-02-04' })).toBe(false);
    expect(isOpen(shown(version(2, 'in_force')), {})).toBe(false);
  });
});

describe('versions', () => {
  const partner = (party: string, verdict: 'ratified' | null) => ({ party, verdict, must_ratify: true, name: party });
  const charter = (number: number, state: Charter['state'], in_force_at: string | null = null) =>
    ({ id: `id${number}`, number, state, in_force_at, partners: [partner('a', 'ratified'), partner('b', null)] }) as never as Charter;
  const items = [charter(4, 'proposed'), charter(3, 'in_force', 'then'), charter(2, 'returned'), charter(1, 'superseded', 'then')];

  it('are compared with what was in force before them', () => {
    expect(usualFrom(items, 'draft')).toBe('3');
    expect(usualFrom(items, '4')).toBe('3');
    expect(usualFrom(items, '3')).toBe('1');
    expect(usualFrom(items, '2')).toBe('1');
    expect(usualFrom(items, '1')).toBe('nothing');
  });

  it('are named by number or identifier', () => {
    expect(versionNamed(items, 'id2')).toBe('2');
    expect(versionNamed(items, '4')).toBe('4');
    expect(versionNamed(items, 'draft')).toBe('draft');
    expect(versionNamed(items, '9')).toBeNull();
  });

  it('say where they stand and for whom they wait', () => {
    const { inForce, proposed, newest } = standing({ items });
    expect([inForce?.number, proposed?.number, newest?.number]).toEqual([3, 4, 4]);
    expect(waitsFor(items[0] as Charter).map((one) => one.party)).toEqual(['b']);
  });

  it('have digests that are read in fours', () => {
    const digest = '0123456789abcdef'.repeat(4);
    expect(shortDigest(digest)).toBe('0123 4567 … cdef');
    expect(longDigest(digest).replaceAll(' ', '')).toBe(digest);
  });
});

describe('a day in the address', () => {
  it.each(['2008-06-30', '2008-02-29'])('is %s', (text) => expect(isDay(text)).toBe(true));
  it.each(['', '2008-06', '2008-02-31', '2009-02-29', '2008-13-01', 'yesterday'])('is not “%s”', (text) => expect(isDay(text)).toBe(false));
});

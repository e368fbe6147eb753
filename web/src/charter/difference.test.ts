import { describe, expect, it } from 'vitest';
import { counts, groups, parted, type Piece, step, wordsBetween } from './difference';
import type { Change, ItemChange } from './queries';

const item = (kind: string, change: Change, label = kind, fields: ItemChange['fields'] = []): ItemChange => ({
  kind,
  id: `${kind}-${label}`,
  label,
  objective: '',
  change,
  fields,
});
const marked = (pieces: Piece[]) => pieces.filter((piece) => piece.marked).map((piece) => piece.text);
const whole = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('');

describe('words between two texts', () => {
  it('marks the words that the other side does not have', () => {
    const { before, after } = wordsBetween('Trust at every level', 'Trust at each level, by survey');
    expect(marked(before)).toEqual(['every']);
    expect(marked(after)).toEqual(['each', ', by survey']);
  });

  it('gives both texts back whole, whatever they are', () => {
    const texts = ['', 'one', 'one two three', 'three two one', 'Größe – “so”  und\nso', 'a, b; c.', 'x '.repeat(300)];
    for (const a of texts)
      for (const b of texts) {
        const { before, after } = wordsBetween(a, b);
        expect(whole(before)).toBe(a);
        expect(whole(after)).toBe(b);
        // What is not marked is the same on both sides, in the same order.
        const kept = (pieces: Piece[]) => whole(pieces.filter((piece) => !piece.marked)).replace(/\s/g, '');
        if (marked(before).length || marked(after).length) expect(kept(before)).toBe(kept(after));
      }
  });

  it('marks nothing where the texts have little in common', () => {
    const { before, after } = wordsBetween('Cut the cost of trials by a tenth', 'Meet patients where they live');
    expect(marked(before)).toEqual([]);
    expect(marked(after)).toEqual([]);
  });

  it('marks a number that changes among words', () => {
    const { before, after } = wordsBetween('at least 70, red below 50', 'at least 75, red below 50');
    expect(marked(before)).toEqual(['70']);
    expect(marked(after)).toEqual(['75']);
  });
});

describe('items', () => {
  const changes = [item('target', 'added'), item('objective', 'removed'), item('terms', 'changed'), item('objective', 'added', 'b')];

  it('are grouped in the order in which a plan is read', () => {
    expect(groups(changes).map((group) => group.kind)).toEqual(['terms', 'objective', 'target']);
    expect(groups(changes, 'added').map((group) => group.items.length)).toEqual([1, 1]);
    expect(groups(changes, 'removed').map((group) => group.kind)).toEqual(['objective']);
  });

  it('keeps what it does not know, at the end', () => {
    expect(groups([item('committee', 'added'), item('target', 'added')]).map((group) => group.kind)).toEqual(['target', 'committee']);
  });

  it('are counted by kind of change', () => {
    expect(counts(changes)).toEqual({ all: 4, added: 2, changed: 1, removed: 1 });
  });

  it('are gone through one by one, and no further than the ends', () => {
    const keys = ['a', 'b', 'c'];
    expect(step(keys, undefined, 1)).toBe('a');
    expect(step(keys, 'gone', -1)).toBe('a');
    expect(step(keys, 'a', 1)).toBe('b');
    expect(step(keys, 'c', 1)).toBe('c');
    expect(step(keys, 'a', -1)).toBe('a');
    expect(step([], undefined, 1)).toBeUndefined();
  });

  it('show of a new thing what says most; of a change everything', () => {
    const fields = ['code', 'weight', 'unit', 'definition'].map((name) => ({ name, before: '', after: 'x' }));
    const added = parted(item('measure', 'added', 'm', fields));
    expect(added.first.map((field) => field.name)).toEqual(['definition', 'unit']);
    expect(added.rest.map((field) => field.name)).toEqual(['code', 'weight']);
    expect(parted(item('measure', 'changed', 'm', fields)).first).toHaveLength(4);
  });
});

import { describe, expect, it } from 'vitest';
import { areas, typeWord } from './openapi';

describe('typeWord', () => {
  it('names what is referred to', () => expect(typeWord({ $ref: '#/components/schemas/Alliance' })).toBe('Alliance'));
  it('reads lists', () => expect(typeWord({ type: 'array', items: { type: 'string' } })).toBe('array of string'));
  it('reads choices', () => expect(typeWord({ enum: ['a', 'b'] })).toBe('"a" | "b"'));
  it('reads what may be null', () => expect(typeWord({ type: ['number', 'null'] })).toBe('number or null'));
});

describe('areas', () => {
  it('groups by tag, otherwise by path', () => {
    const info = { title: '', version: '' };
    const paths = { '/b': { get: {} }, '/a': { get: { tags: ['z'] }, post: { tags: ['z'] } } };
    expect(areas({ info, paths }).map(([name, entries]) => [name, entries.length])).toEqual([
      ['b', 1],
      ['z', 2],
    ]);
  });
});

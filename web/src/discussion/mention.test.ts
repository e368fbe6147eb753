import { describe, expect, it } from 'vitest';
import { complete, mentionAt, toStored, toTyped } from './mention';

const anna = { id: '0123456789abcdefghjk', name: 'Anna Verbeke' };
const ann = { id: '1123456789abcdefghjk', name: 'Ann' };

describe('mentions', () => {
  it('are begun by an @ at the start of a word', () => {
    expect(mentionAt('Hello @an', 9)).toEqual({ start: 6, word: 'an' });
    expect(mentionAt('@', 1)).toEqual({ start: 0, word: '' });
    expect(mentionAt('@anna ver', 9)).toEqual({ start: 0, word: 'anna ver' });
    expect(mentionAt('a@b.example', 11)).toBeNull();
    expect(mentionAt('@anna, and', 10)).toBeNull();
    expect(mentionAt('@one two three four', 19)).toBeNull();
    expect(mentionAt('@[Anna](0123456789abcdefghjk)', 5)).toBeNull();
  });
  it('are completed where the caret stands', () => {
    expect(complete('Ask @an about it', 7, 4, anna.name)).toEqual({ text: 'Ask @Anna Verbeke about it', caret: 18 });
  });
  it('are stored with the identifier, the longer name first', () => {
    const stored = toStored('@Anna Verbeke and @Ann, not @Annabel', [ann, anna]);
    expect(stored).toBe(`@[Anna Verbeke](${anna.id}) and @[Ann](${ann.id}), not @Annabel`);
    expect(toTyped(stored, [ann, anna])).toBe('@Anna Verbeke and @Ann, not @Annabel');
  });
  it('stay plain text where nobody was chosen', () => {
    expect(toStored('@Anna Verbeke', [])).toBe('@Anna Verbeke');
  });
});

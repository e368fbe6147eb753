import { describe, expect, it } from 'vitest';
import { listSize, piecesOf, spansOf, windowAt, withChoice } from './colour';

const parts = (text: string) =>
  spansOf(text).flatMap(({ part, from, to }) => (part === 'blank' ? [] : [[part, text.slice(from, to)]]));

describe('the colours of a formula', () => {
  it('tell functions, codes, numbers, texts and words apart', () =>
    expect(parts('IF(STATUS(CO1.3) = "red", 1.5e3, [Cost-A]) and A')).toEqual([
      ['function', 'IF'],
      ['sign', '('],
      ['function', 'STATUS'],
      ['sign', '('],
      ['name', 'CO1.3'],
      ['sign', ')'],
      ['sign', '='],
      ['quoted', '"red"'],
      ['sign', ','],
      ['number', '1.5e3'],
      ['sign', ','],
      ['name', '[Cost-A]'],
      ['sign', ')'],
      ['word', 'and'],
      ['name', 'A'],
    ]));
  it('leave nothing out, whatever is typed', () => {
    for (const text of ['', '"open', '[open', '𝄞 é ]] ""', 'A\n+\tB', '1..2 €'])
      expect(
        spansOf(text)
          .map(({ from, to }) => text.slice(from, to))
          .join(''),
      ).toBe(text);
  });
  it('cut at what is wrong', () =>
    expect(piecesOf('A + BB', [{ offset: 4, length: 2 }]).filter((piece) => piece.wrong)).toEqual([
      { part: 'name', from: 4, text: 'BB', wrong: true },
    ]));
  it('show what is missing at the end at the last character', () =>
    expect(
      piecesOf('A +', [{ offset: 3, length: 0 }])
        .filter((piece) => piece.wrong)
        .map((piece) => piece.text),
    ).toEqual(['+']));
  it('cut where the list is hung up', () =>
    expect(piecesOf('ROLL', [], 2).map((piece) => piece.text)).toEqual(['RO', 'LL']));
});

describe('a choice', () => {
  it('is always among those on the screen', () => {
    for (const count of [1, 5, 6, 7, 20])
      for (let chosen = 0; chosen < count; chosen += 1) {
        const first = windowAt(chosen, count);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(chosen - first).toBeGreaterThanOrEqual(0);
        expect(chosen - first).toBeLessThan(listSize);
        expect(first).toBeLessThanOrEqual(Math.max(0, count - listSize));
      }
  });
  it('stands in place of what was begun', () =>
    expect(withChoice('A + ROL', 4, 7, 'ROLLING(')).toEqual({ text: 'A + ROLLING(', caret: 12 }));
});

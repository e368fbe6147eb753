/** What a stretch of a formula is, for its colour only: what is right and wrong the server says. */
export type Part = 'function' | 'name' | 'number' | 'quoted' | 'word' | 'sign' | 'blank';
export type Span = { part: Part; from: number; to: number };

// In this order: blanks, texts, codes in brackets, numbers, names, one sign.
const shapes =
  /(\s+)|("(?:[^"]|"")*"?)|(\[(?:[^\]]|\]\])*\]?)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)|(.)/gsu;
const words = new Set(['AND', 'OR', 'NOT', 'TRUE', 'FALSE']);

/** The whole text in stretches, without a gap. Takes anything. */
export function spansOf(text: string): Span[] {
  return [...text.matchAll(shapes)].map((match) => {
    const [whole, blank, quoted, bracketed, number, name] = match;
    const from = match.index;
    const to = from + whole.length;
    if (blank) return { part: 'blank', from, to };
    if (quoted) return { part: 'quoted', from, to };
    if (bracketed) return { part: 'name', from, to };
    if (number) return { part: 'number', from, to };
    if (!name) return { part: 'sign', from, to };
    if (words.has(name.toUpperCase())) return { part: 'word', from, to };
    return { part: /^\s*\(/.test(text.slice(to)) ? 'function' : 'name', from, to };
  });
}

export type Mark = { offset: number; length: number };
export type Piece = { part: Part; text: string; wrong: boolean; from: number };

/** The stretches cut at the edges of what is wrong, and at `at`, where a list of choices is hung up. */
export function piecesOf(text: string, wrong: readonly Mark[], at: number | null = null): Piece[] {
  // What is missing at the end is shown at the last character.
  const marks = wrong.map(({ offset, length }) =>
    length > 0 ? { from: offset, to: offset + length } : { from: Math.max(0, offset - 1), to: Math.max(1, offset) },
  );
  const cuts = new Set(marks.flatMap((mark) => [mark.from, mark.to]));
  if (at !== null) cuts.add(at);
  return spansOf(text).flatMap(({ part, from, to }) => {
    const inside = [...cuts].filter((cut) => cut > from && cut < to).sort((a, b) => a - b);
    const edges = [from, ...inside, to];
    return edges.slice(1).map((end, index) => {
      const start = edges[index] as number;
      return {
        part,
        from: start,
        text: text.slice(start, end),
        wrong: marks.some((mark) => mark.from <= start && end <= mark.to),
      };
    });
  });
}

/** How many choices are on the screen at once. */
export const listSize = 6;

/** The first choice on the screen, so that the chosen one is in the middle where it can be. */
export function windowAt(chosen: number, count: number): number {
  return Math.max(0, Math.min(chosen - Math.floor(listSize / 2), count - listSize));
}

/** The text with a choice put in, and where the caret stands then. */
export function withChoice(text: string, from: number, to: number, insert: string): { text: string; caret: number } {
  return { text: text.slice(0, from) + insert + text.slice(to), caret: from + insert.length };
}

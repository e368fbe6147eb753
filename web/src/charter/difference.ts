import type { Change, FieldChange, ItemChange } from './queries';
import { kindsInOrder } from './words';

/** A piece of a text; marked where the other side says something else. */
export type Piece = { text: string; marked: boolean };

const longest = 500;

/** Words, spaces and signs. */
function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}_’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** For each side which of its tokens the longest common sequence holds. */
function common(a: string[], b: string[]): [boolean[], boolean[]] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const left = a.map(() => false);
  const right = b.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      left[i] = true;
      right[j] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return [left, right];
}

function pieces(words: string[], same: boolean[]): Piece[] {
  const out: Piece[] = [];
  words.forEach((text, place) => {
    // A space between two marked words belongs to the mark, so that it does not look like torn paper.
    const blank = text.trim() === '';
    const marked = !same[place] || (blank && place > 0 && !same[place - 1] && place + 1 < words.length && !same[place + 1]);
    const last = out[out.length - 1];
    if (last && last.marked === marked) last.text += text;
    else out.push({ text, marked });
  });
  return out;
}

/**
 * Two texts with the words marked that the other one does not have. Texts that have little in common, or are very long,
 * are left whole: marks everywhere help nobody.
 */
export function wordsBetween(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const whole = (text: string): Piece[] => (text ? [{ text, marked: false }] : []);
  const a = tokens(before);
  const b = tokens(after);
  if (!before || !after || before === after || a.length > longest || b.length > longest)
    return { before: whole(before), after: whole(after) };
  const [left, right] = common(a, b);
  const meaning = (words: string[]) => words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const shared = meaning(a.filter((_, place) => left[place]));
  if (shared * 4 < Math.max(meaning(a), meaning(b))) return { before: whole(before), after: whole(after) };
  return { before: pieces(a, left), after: pieces(b, right) };
}

export type Group = { kind: string; items: ItemChange[] };
/** The name of an item in addresses and in what is said about it. */
export const itemKey = (item: Pick<ItemChange, 'kind' | 'id'>) => item.id || item.kind;

/** The items of some kinds of change, by kind of thing, in the order in which a plan is read. */
export function groups(changes: readonly ItemChange[], only: Change | 'all' = 'all'): Group[] {
  const shown = changes.filter((one) => only === 'all' || one.change === only);
  const kinds = [...new Set(shown.map((one) => one.kind))];
  const place = (kind: string) => (kindsInOrder.includes(kind) ? kindsInOrder.indexOf(kind) : kindsInOrder.length);
  return kinds
    .sort((a, b) => place(a) - place(b))
    .map((kind) => ({ kind, items: shown.filter((one) => one.kind === kind) }));
}

export function counts(changes: readonly ItemChange[]): Record<Change | 'all', number> {
  const of = (change: Change) => changes.filter((one) => one.change === change).length;
  return { all: changes.length, added: of('added'), changed: of('changed'), removed: of('removed') };
}

/** The item before or after this one; at the ends it stays. From nowhere it goes to the first. */
export function step(keys: readonly string[], from: string | undefined, by: 1 | -1): string | undefined {
  const here = from ? keys.indexOf(from) : -1;
  if (here < 0) return keys[0];
  return keys[Math.min(keys.length - 1, Math.max(0, here + by))];
}

// What says most about a thing that came or went; the rest is a click away.
const main: Record<string, string[]> = {
  perspective: ['question'],
  theme: ['description', 'kind', 'leader', 'priority'],
  objective: ['description', 'perspective', 'theme', 'owner'],
  link: ['sign', 'strength', 'lag_months'],
  win: ['party', 'objectives'],
  value: ['description'],
  measure: ['objective', 'definition', 'unit', 'frequency', 'owner', 'supplier', 'formula'],
  target: ['scoring', 'effective_from', 'reason', 'assumed'],
};

/** The fields of an item that are shown at once, and the others. Of a change each field is shown. */
export function parted(item: ItemChange): { first: FieldChange[]; rest: FieldChange[] } {
  if (item.change === 'changed') return { first: item.fields, rest: [] };
  const wanted = main[item.kind] ?? [];
  const first = wanted.flatMap((name) => item.fields.filter((field) => field.name === name));
  return { first, rest: item.fields.filter((field) => !first.includes(field)) };
}

import type { Person } from './types';

/** What is being typed after an @ left of the caret: where the @ stands, and the letters since. Null where nobody is named. */
export function mentionAt(text: string, caret: number): { start: number; word: string } | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || (start > 0 && !/[\s(]/.test(before[start - 1] ?? ''))) return null;
  const word = before.slice(start + 1);
  // A name has at most three words; a finished mention begins with a bracket.
  if (word.startsWith('[') || /[\n,.;:!?()]/.test(word) || word.split(' ').length > 3 || word.length > 40) return null;
  return { start, word };
}

/** The text with the person named at that place, and where the caret goes. In the box a person stands as "@Name". */
export function complete(text: string, caret: number, start: number, name: string): { text: string; caret: number } {
  const words = `@${name} `;
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: text.slice(0, start) + words + rest, caret: start + words.length };
}

/** What is stored: each "@Name" of somebody chosen becomes "@[Name](identifier)". Longer names first: "@Ann" is in "@Anna". */
export function toStored(text: string, chosen: readonly Person[]): string {
  const names = [...new Map(chosen.map((one) => [one.name, one])).values()].sort(
    (a, b) => b.name.length - a.name.length,
  );
  if (names.length === 0) return text;
  const pattern = new RegExp(`@(${names.map((one) => one.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(pattern, (_, name: string) => {
    const person = names.find((one) => one.name === name) as Person;
    return `@[${name.replace(/[[\]\n]/g, ' ')}](${person.id})`;
  });
}

/** The other way, for editing: whom it names stands as "@Name" again. */
export function toTyped(text: string, people: readonly Person[]): string {
  return text.replace(/@\[[^\]\n[]+\]\(([0-9a-z]{20})\)/g, (whole, id: string) => {
    const known = people.find((one) => one.id === id);
    return known ? `@${known.name}` : whole;
  });
}

import type { Charter, CharterList } from './queries';

/** The version in force, the one that waits for the partners, and the one that was made last; each may be missing. */
export function standing({ items }: Pick<CharterList, 'items'>) {
  return {
    inForce: items.find((one) => one.state === 'in_force'),
    proposed: items.find((one) => one.state === 'proposed'),
    newest: items[0],
  };
}

/** The partners whose word a version still waits for. */
export const waitsFor = (charter: Charter) => charter.partners.filter((one) => one.must_ratify && !one.verdict);

/** With what a version or the draft is compared unless somebody says otherwise: what was in force before it. */
export function usualFrom(items: readonly Charter[], to: string): string {
  const number = to === 'draft' ? Number.POSITIVE_INFINITY : Number(to);
  const before = items.filter((one) => one.in_force_at !== null && one.number < number);
  const last = Math.max(0, ...before.map((one) => one.number));
  return last === 0 ? 'nothing' : String(last);
}

/** What an address calls a version: its number or its identifier, "draft" or "nothing". Null where there is none such. */
export function versionNamed(items: readonly Charter[], name: string): string | null {
  if (name === 'draft' || name === 'nothing') return name;
  const found = items.find((one) => String(one.number) === name || one.id === name);
  return found ? String(found.number) : null;
}

/** A digest short enough to be compared by eye: "1f3a 99c0 … 77ab". */
export const shortDigest = (digest: string) => `${digest.slice(0, 4)} ${digest.slice(4, 8)} … ${digest.slice(-4)}`;

/** A digest in full, in groups of four for reading aloud. */
export const longDigest = (digest: string) => digest.match(/.{1,4}/g)?.join(' ') ?? digest;

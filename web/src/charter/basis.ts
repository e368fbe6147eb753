import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { CharterRef } from './queries';
import { stateWord } from './state-words';

/** What the address asks for, and what the answer was made of. */
export type Asked = { basis?: string | undefined; on?: string | undefined };
export type Shown = { ratified: boolean; charter: CharterRef | null };
export type Basis =
  | { kind: 'standing' }
  | { kind: 'draft' }
  | { kind: 'version'; number: number; state: CharterRef['state']; since: string | null }
  | { kind: 'day'; day: string; number: number | null };

/** What is on the screen: the version in force (or the only draft there is), the draft, another version, or a past day. */
export function basisShown(asked: Asked, shown: Shown): Basis {
  const { charter } = shown;
  if (asked.on) return { kind: 'day', day: asked.on, number: charter?.number ?? null };
  // Of something that is new in the draft the draft is shown, whatever was asked for.
  if (!charter) return shown.ratified ? { kind: 'draft' } : { kind: 'standing' };
  if (charter.state === 'in_force') return { kind: 'standing' };
  return { kind: 'version', number: charter.number, state: charter.state, since: charter.in_force_at };
}

/** Whether the plan can be changed where it is shown. What stands in a version is changed in the draft. */
export const isOpen = (shown: Shown, asked: Asked) => shown.charter === null && !asked.on;

/** What is shown, in a word or two. */
export function basisWord(basis: Basis, shown: Shown): string {
  switch (basis.kind) {
    case 'draft':
      return t('basis.draft', 'Draft');
    case 'version':
      return t('basis.version', 'Version {n}', { n: basis.number });
    case 'day':
      return isDay(basis.day) ? date(basis.day) : basis.day;
    default:
      if (shown.charter) return t('basis.version', 'Version {n}', { n: shown.charter.number });
      return t('bar.draft', 'Not ratified');
  }
}

/** The same as a sentence: what it is, and what that means. */
export function basisSentence(basis: Basis): string {
  switch (basis.kind) {
    case 'draft':
      return t('basis.is.draft', 'This is the working draft, not what is in force.');
    case 'version':
      if (basis.state === 'superseded')
        return basis.since
          ? t('basis.is.old', 'This is version {n}, in force from {day} until another took its place.', {
              n: basis.number,
              day: date(basis.since),
            })
          : t('basis.is.past', 'This is version {n}, which another replaced.', { n: basis.number });
      return t('basis.is.version', 'This is version {n}, not in force: {state}.', {
        n: basis.number,
        state: stateWord(basis.state).toLowerCase(),
      });
    case 'day': {
      const day = isDay(basis.day) ? date(basis.day, 'long') : basis.day;
      if (basis.number === null)
        return t('basis.is.day', 'As it was known on {day}. Nothing was ratified then: the plan is that of the draft.', {
          day,
        });
      return t('basis.is.dayOf', 'As it was known on {day}, by version {n}, which was in force then.', {
        day,
        n: basis.number,
      });
    }
    default:
      return '';
  }
}

/** Whether the text is a day of the calendar: "2008-02-31" is none, though browsers read it as one in March. */
export const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && JSON.stringify(new Date(text)).startsWith(`"${text}`);

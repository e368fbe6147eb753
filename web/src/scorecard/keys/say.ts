import { type Edit, edit, tryEdit } from '@/api/edits';
import type { Act, Cell, Id } from '@/api/types';
import { t } from '@/i18n/t';

/** One value that somebody speaks about, as it was seen. */
export type Spoken = {
  measure: Id;
  name: string;
  unit: string;
  period: string;
  label: string;
  value: Cell['value'];
  version: number;
  giver?: string | null | undefined;
};
type Verdict = { verdict: 'accepted' | 'withdrawn' } | { verdict: 'disputed'; value: unknown; reason: string };
type Said = { count: number; acts: Act[] };

function change(alliance: Id, about: readonly Spoken[], verdict: Verdict, said: string): Edit {
  return {
    method: 'POST',
    path: `/alliances/${alliance}/value-verdicts`,
    body: about.map(({ measure, period, version }) => ({ measure, period, version, ...verdict })),
    said,
  };
}

/** Accepts these values, all or none; null where it was refused, which a toast has told. */
export function accept(alliance: Id, about: readonly Spoken[]): Promise<Said | null> {
  return tryEdit<Said>(change(alliance, about, { verdict: 'accepted' }, t('keys.accepted', '{n} {n|value|values} accepted', { n: about.length })));
}

/** Takes the own side's word on a value back. */
export function takeBack(alliance: Id, about: Spoken): Promise<Said | null> {
  return tryEdit<Said>(change(alliance, [about], { verdict: 'withdrawn' }, t('keys.takenBack', 'Your side’s word is taken back')));
}

/** Puts the own side's value beside this one. Throws `ApiError`, for the fields. */
export function dispute(alliance: Id, about: Spoken, value: unknown, reason: string): Promise<Said> {
  return edit<Said>(change(alliance, [about], { verdict: 'disputed', value, reason }, t('keys.disputeSaid', 'Disputed: both values stand side by side')));
}

import { useState } from 'react';
import { ApiError } from '@/api/client';
import { words } from '@/api/edits';

/** Messages by field; '' holds what belongs to no field. */
export type Wrong = Readonly<Record<string, string>>;

/** The messages for the fields that are empty; `fields` tells for each its value and what to say. */
export function missing(fields: Readonly<Record<string, readonly [value: string, message: string]>>): Wrong {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, [value]]) => !value.trim())
      .map(([path, [, message]]) => [path, message]),
  );
}

/** The server's refusal by field. `shown` are the fields that the form has: what belongs to none of them is said by ''. */
export function refusal(error: unknown, shown: readonly string[]): Wrong {
  const fields = error instanceof ApiError ? error.fields.filter(({ path }) => shown.includes(path)) : [];
  return fields.length ? Object.fromEntries(fields.map(({ path, message }) => [path, message])) : { '': words(error) };
}

/** What is wrong in a form: found here before sending, or told by the server. */
export function useWrong() {
  const [wrong, setWrong] = useState<Wrong>({});
  return {
    at: (path: string) => wrong[path],
    /** What belongs to no field, to be said above the fields. */
    rest: wrong[''],
    /** Shows these messages instead of those before; true where there are none. */
    accept(found: Wrong): boolean {
      setWrong(found);
      return Object.keys(found).length === 0;
    },
  };
}

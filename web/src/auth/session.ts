import { call, setCsrf } from '@/api/client';
import { client } from '@/api/client-query';
import { meQuery } from '@/api/queries';
import type { Me } from '@/api/types';
import { setLocale } from '@/i18n/t';
import { setAppearance } from '@/shell/appearance';

/** Takes over who is signed in: the token for changes, the language, the appearance. */
export function become(me: Me): void {
  setCsrf(me.csrf);
  setLocale(me.person.locale || 'en-GB');
  setAppearance(me.person.appearance);
  client.setQueryData(meQuery.queryKey, me);
}

export async function signIn(email: string, password: string): Promise<Me> {
  client.clear();
  await call('POST', '/sessions', { body: { email, password } });
  const me = await client.fetchQuery(meQuery);
  become(me);
  return me;
}

/** Ends the session and starts the program afresh, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await call('DELETE', '/sessions/current');
  } finally {
    location.assign('/signin');
  }
}

/** Who is signed in; throws a 401 when nobody is. */
export async function whoAmI(): Promise<Me> {
  const known = client.getQueryData(meQuery.queryKey);
  if (known) return known;
  const me = await client.fetchQuery(meQuery);
  become(me);
  return me;
}

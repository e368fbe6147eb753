import { call } from '@/api/client';
import { edit } from '@/api/edits';
import type { Me } from '@/api/types';
import { become } from '@/auth/session';
import { toast } from '@/components/toasts';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { Charter, CharterState } from './queries';
import { waitsFor } from './versions';

/** Proposes the draft as the next version. */
export const propose = (slug: string, note: string, effective_from: string, space?: string) =>
  edit({
    method: 'POST',
    path: `/alliances/${slug}/charters`,
    body: { note, ...(effective_from ? { effective_from } : {}), ...(space ? { space } : {}) },
    said: t('charter.proposed', 'Proposed. The partners find it in their inboxes.'),
  });

export const withdraw = (charter: Charter) =>
  edit({
    method: 'POST',
    path: `/charters/${charter.id}/withdraw`,
    said: t('charter.withdrawn', 'Version {n} is withdrawn', { n: charter.number }),
  });

type Spoken = { state: CharterState };

/** The password once more, then the word: two requests, one act for who does it. */
export async function ratify(charter: Charter, own: string, password: string): Promise<void> {
  become(await call<Me>('POST', '/sessions/fresh', { body: { password } }));
  const { state } = await edit<Spoken>({
    method: 'POST',
    path: `/charters/${charter.id}/consent`,
    body: { verdict: 'ratified', digest: charter.digest },
  });
  const others = waitsFor(charter).filter((one) => one.party !== own);
  toast({
    text:
      state === 'in_force'
        ? t('charter.inForce', 'Version {n} is in force', { n: charter.number })
        : t('charter.ratified', 'Ratified. Version {n} now waits for {names}.', {
            n: charter.number,
            names: list(others.map((one) => one.name)),
          }),
  });
}

export const sendBack = (charter: Charter, reason: string) =>
  edit<Spoken>({
    method: 'POST',
    path: `/charters/${charter.id}/consent`,
    body: { verdict: 'returned', digest: charter.digest, reason },
    said: t('charter.returned', 'Version {n} is returned', { n: charter.number }),
  });

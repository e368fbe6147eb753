import { queryOptions } from '@tanstack/react-query';
import { call, get } from '@/api/client';
import { edit } from '@/api/edits';
import type { components } from '@/api/schema';
import type { Me } from '@/api/types';
import { become } from '@/auth/session';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

type Shape = components['schemas'];
export type AgreementList = Shape['AgreementAgreementList'];
export type Agreement = Shape['AgreementAgreementView'];
export type AgreementKind = Shape['AgreementKind'];
export type AgreementState = Shape['AgreementState'];
export type PartyWord = Shape['AgreementPartyWord'];

/** The agreements to which one's own side is a party. */
export const agreementsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['alliance', slug, 'agreements'],
    queryFn: ({ signal }) => get<AgreementList>(`/alliances/${slug}/agreements`, signal),
  });

export const kindWords = (): Record<AgreementKind, string> => ({
  consulting: t('agreement.kind.consulting', 'Consulting'),
  development: t('agreement.kind.development', 'Development'),
  supply: t('agreement.kind.supply', 'Supply'),
  service: t('agreement.kind.service', 'Service'),
  licence: t('agreement.kind.licence', 'Licence'),
  confidentiality: t('agreement.kind.confidentiality', 'Confidentiality'),
  other: t('agreement.kind.other', 'Other'),
});

/** The password once more, then the word: two requests, one act for who does it. */
export async function sign(agreement: Agreement, password: string): Promise<void> {
  become(await call<Me>('POST', '/sessions/fresh', { body: { password } }));
  const { state } = await edit<{ state: AgreementState }>({
    method: 'POST',
    path: `/agreements/${agreement.id}/consent`,
    body: { verdict: 'agreed', digest: agreement.digest },
  });
  toast({
    text:
      state === 'in_force'
        ? t('agreement.inForce', '“{name}” is in force', { name: agreement.name })
        : t('agreement.signed', 'Signed. The other parties find it in their inboxes.'),
  });
}

export const decline = (agreement: Agreement, reason: string) =>
  edit({
    method: 'POST',
    path: `/agreements/${agreement.id}/consent`,
    body: { verdict: 'declined', digest: agreement.digest, reason },
    said: t('agreement.declined', '“{name}” is declined', { name: agreement.name }),
  });

export const withdraw = (agreement: Agreement) =>
  edit({
    method: 'POST',
    path: `/agreements/${agreement.id}/withdraw`,
    said: t('agreement.withdrawn', '“{name}” is withdrawn', { name: agreement.name }),
  });

export async function end(agreement: Agreement, reason: string, password: string): Promise<void> {
  become(await call<Me>('POST', '/sessions/fresh', { body: { password } }));
  await edit({
    method: 'POST',
    path: `/agreements/${agreement.id}/end`,
    body: { reason },
    said: t('agreement.ended', '“{name}” has ended', { name: agreement.name }),
  });
}

import './invitations.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import { invitationsQuery } from '@/api/queries';
import type { Alliance, Invitation } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Dialog } from '@/components/Dialog';
import { toast } from '@/components/toasts';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { CopyLink } from './CopyLink';
import { roleWord } from './words';

/** Who is asked in and has not come yet: withdrawn or given a new link by the side that asks, agreed to by the other. */
export function Invitations({ alliance }: { alliance: Alliance }) {
  const { data } = useQuery({ ...invitationsQuery(alliance.slug), enabled: alliance.rights.manage_members });
  const [link, setLink] = useState<{ email: string; link: string } | null>(null);
  const [ending, setEnding] = useState<Invitation | null>(null);
  const path = `/alliances/${alliance.id}/invitations`;
  if (!data?.items.length) return null;

  async function renew(invitation: Invitation) {
    const { kind, email, role, party, id } = invitation;
    try {
      // The old link ends only when the new one is there.
      const body = { kind, email, ...(role ? { role } : {}), ...(party ? { party } : {}) };
      const made = await call<{ link: string }>('POST', path, { body });
      await call('DELETE', `${path}/${id}`);
      setLink({ email, link: new URL(made.link, location.origin).href });
    } catch (error) {
      toast({ text: words(error), kind: 'error' });
    } finally {
      apply({});
    }
  }

  async function agree(invitation: Invitation) {
    try {
      await call('POST', `${path}/${invitation.id}/consent`);
      toast({ text: t('invited.agreed', 'Agreed: {email} can come in now', { email: invitation.email }) });
    } catch (error) {
      toast({ text: words(error), kind: 'error' });
    } finally {
      apply({});
    }
  }

  return (
    <section className="card invited" aria-labelledby="invited">
      <h2 id="invited">{t('invited.title', 'Invited, not here yet')}</h2>
      <ul className="lines">
        {data.items.map((one) => (
          <Line key={one.id} alliance={alliance} invitation={one}>
            {one.own ? (
              <>
                <Button size="s" icon="share" onPress={() => void renew(one)}>
                  {t('invited.renew', 'New link')}
                </Button>
                <Button size="s" icon="trash" onPress={() => setEnding(one)}>
                  {t('invited.withdraw', 'Withdraw')}
                </Button>
              </>
            ) : one.state === 'waits_for_partner' ? (
              <Button size="s" look="primary" icon="check" onPress={() => void agree(one)}>
                {t('invited.agree', 'Agree')}
              </Button>
            ) : null}
          </Line>
        ))}
      </ul>
      {link ? (
        <Dialog
          title={t('invited.renewed', 'A new link')}
          isOpen
          onClose={() => setLink(null)}
          foot={
            <Button look="primary" onPress={() => setLink(null)}>
              {t('dialog.done', 'Done')}
            </Button>
          }
        >
          <p className="soft">
            {t('invited.hand', 'Hand this link to {email}. It works once; the one before it has ended.', {
              email: link.email,
            })}
          </p>
          <CopyLink link={link.link} />
        </Dialog>
      ) : null}
      {ending ? (
        <ConfirmDialog
          title={t('invited.withdrawTitle', 'Withdraw the invitation?')}
          act={t('invited.withdrawAct', 'Withdraw it')}
          danger
          isOpen
          onClose={() => setEnding(null)}
          onConfirm={async () => {
            await call('DELETE', `${path}/${ending.id}`);
            apply({});
            toast({ text: t('invited.withdrawn', 'The invitation is withdrawn') });
          }}
        >
          {t('invited.withdrawText', 'The link that {email} has been given ends at once.', { email: ending.email })}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

/** What somebody is asked to be: "Alliance manager of Halden Clinical", "Team member". */
export function asWhat(invitation: Pick<Invitation, 'kind' | 'role' | 'party'>, parties: Alliance['parties']): string {
  const name = parties.find((party) => party.id === invitation.party)?.name ?? '';
  switch (invitation.kind) {
    case 'person':
      return invitation.role ? roleWord(invitation.role) : t('invite.person', 'A colleague');
    case 'partner':
      return name
        ? t('invited.partnerOf', 'First person of {name}, a partner', { name })
        : t('invite.partner', 'A partner');
    case 'neutral':
      return name
        ? t('invited.neutralOf', 'First person of {name}, a neutral third', { name })
        : t('invite.neutral', 'A neutral third');
  }
}

function Line({
  alliance,
  invitation,
  children,
}: {
  alliance: Alliance;
  invitation: Invitation;
  children: ReactNode;
}) {
  const { email, inviter, made_at, expires_at, state, own } = invitation;
  return (
    <li className="line invited-line">
      <span className="line-words">
        <span className="line-title">{email}</span>
        <span className="small soft">
          {asWhat(invitation, alliance.parties)} ·{' '}
          {t('invited.by', 'invited by {inviter} on {day}', { inviter, day: date(made_at) })} ·{' '}
          {t('invited.until', 'the link ends on {day}', { day: date(expires_at) })}
        </span>
      </span>
      {state === 'waits_for_partner' ? (
        <Badge tone="warn">
          {own
            ? t('invited.waits', 'Waits for another partner to agree')
            : t('invited.asks', 'Your side has to agree')}
        </Badge>
      ) : null}
      <span className="row invited-acts">{children}</span>
    </li>
  );
}

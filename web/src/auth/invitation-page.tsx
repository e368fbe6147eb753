import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { call, get } from '@/api/client';
import type { Me } from '@/api/types';
import { Button, ButtonLink } from '@/components/Button';
import { Form } from '@/components/Form';
import { Skeleton } from '@/components/Skeleton';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useTitle } from '@/shell/title';
import { Frame } from './Frame';
import { become } from './session';

type Invitation = {
  alliance_name: string;
  inviter: string;
  kind: 'partner' | 'neutral' | 'person';
  organisation: string | null;
  email: string;
};

/** Where an invitation's link leads: what one is asked into, by whom, and the account to say yes with. */
export function InvitationPage() {
  useTitle(t('invited.title', 'Invitation'));
  const { secret } = useParams({ strict: false }) as { secret: string };
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => get<Invitation>(`/invitations/${encodeURIComponent(secret)}`),
    retry: false,
  });
  if (invitation.isPending)
    return (
      <Frame>
        <Skeleton />
      </Frame>
    );
  if (invitation.isError)
    return (
      <Frame>
        <h1>{t('invited.gone', 'This invitation is no longer open')}</h1>
        <p className="soft">
          {t('invited.gone.text', 'It was used, taken back, or ran out. Please ask for a new one.')}
        </p>
        <div className="row">
          <ButtonLink to="/signin">{t('signin.act', 'Sign in')}</ButtonLink>
        </div>
      </Frame>
    );
  return <Accept secret={secret} invitation={invitation.data} />;
}

function Accept({ secret, invitation }: { secret: string; invitation: Invitation }) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [password, setPassword] = useState('');
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const asks_organisation = invitation.kind !== 'person' && !invitation.organisation;

  async function submit() {
    const empty = missing({
      name: [name, t('invited.needName', 'Say who you are.')],
      ...(asks_organisation
        ? { organisation_name: [organisation, t('invited.needOrganisation', 'Name your organisation.')] as const }
        : {}),
      password: [password, t('invited.needPassword', 'Choose a password.')],
    });
    if (!wrong.accept(empty)) return;
    setBusy(true);
    try {
      const body = { name, password, ...(asks_organisation ? { organisation_name: organisation } : {}) };
      const me = await call<Me>('POST', `/invitations/${encodeURIComponent(secret)}/accept`, { body });
      become(me);
      router.history.push('/');
    } catch (reason) {
      wrong.accept(refusal(reason, ['name', 'organisation_name', 'password']));
      setBusy(false);
    }
  }

  return (
    <Frame>
      <div className="stack" style={{ gap: 8 }}>
        <p className="soft">{t('invited.by', '{inviter} invites you', { inviter: invitation.inviter })}</p>
        <h1>{invitation.alliance_name}</h1>
        <p className="soft">
          {invitation.kind === 'person'
            ? t('invited.person', 'to work in this alliance with your colleagues.')
            : invitation.kind === 'partner'
              ? t('invited.partner', 'as a partner. You will see what the others have shared as soon as you accept.')
              : t('invited.neutral', 'as a neutral third, without a vote.')}
        </p>
      </div>
      <Form onSubmit={submit}>
        {wrong.rest && (
          <p role="alert" className="notice">
            {wrong.rest}
          </p>
        )}
        <TextField label={t('signin.email', 'E-mail')} value={invitation.email} isReadOnly autoComplete="username" />
        <TextField
          label={t('invited.name', 'Your name')}
          value={name}
          onChange={setName}
          error={wrong.at('name')}
          autoComplete="name"
          autoFocus
        />
        {asks_organisation && (
          <TextField
            label={t('invited.organisation', 'Your organisation')}
            value={organisation}
            onChange={setOrganisation}
            error={wrong.at('organisation_name')}
            autoComplete="organization"
          />
        )}
        <TextField
          label={t('invited.password', 'A password')}
          hint={t('invited.password.hint', 'At least 8 characters; a few words together are easy to keep in mind.')}
          type="password"
          value={password}
          onChange={setPassword}
          error={wrong.at('password')}
          autoComplete="new-password"
        />
        <Button type="submit" look="primary" size="l" isPending={busy}>
          {t('invited.accept', 'Accept and begin')}
        </Button>
      </Form>
    </Frame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, call, get } from '@/api/client';
import { words } from '@/api/edits';
import type { Me } from '@/api/types';
import { Button, ButtonLink } from '@/components/Button';
import { Skeleton } from '@/components/Skeleton';
import { TextField } from '@/components/TextField';
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
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const asks_organisation = invitation.kind !== 'person' && !invitation.organisation;
  const field = (path: string) => (error instanceof ApiError ? error.field(path) : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const body = { name, password, ...(asks_organisation ? { organisation_name: organisation } : {}) };
      const me = await call<Me>('POST', `/invitations/${encodeURIComponent(secret)}/accept`, { body });
      become(me);
      router.history.push('/');
    } catch (reason) {
      setError(reason);
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
      <form onSubmit={submit}>
        {error !== null && !(error instanceof ApiError && error.fields.length) && (
          <p role="alert" className="notice">
            {words(error)}
          </p>
        )}
        <TextField label={t('signin.email', 'Email')} value={invitation.email} isReadOnly autoComplete="username" />
        <TextField
          label={t('invited.name', 'Your name')}
          value={name}
          onChange={setName}
          error={field('name')}
          isRequired
          autoComplete="name"
          autoFocus
        />
        {asks_organisation && (
          <TextField
            label={t('invited.organisation', 'Your organisation')}
            value={organisation}
            onChange={setOrganisation}
            error={field('organisation_name')}
            isRequired
            autoComplete="organization"
          />
        )}
        <TextField
          label={t('invited.password', 'A password')}
          hint={t('invited.password.hint', 'At least 12 characters; a few words together are easy to keep in mind.')}
          type="password"
          value={password}
          onChange={setPassword}
          error={field('password')}
          isRequired
          autoComplete="new-password"
        />
        <Button type="submit" look="primary" size="l" isPending={busy}>
          {t('invited.accept', 'Accept and begin')}
        </Button>
      </form>
    </Frame>
  );
}

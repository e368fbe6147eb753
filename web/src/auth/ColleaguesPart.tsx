import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyLink } from '@/alliance/CopyLink';
import { ApiError, call } from '@/api/client';
import { words } from '@/api/edits';
import { colleaguesQuery } from '@/api/queries';
import type { Colleague, Me } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { SearchField } from '@/components/SearchField';
import { TextField } from '@/components/TextField';
import { toast } from '@/components/toasts';
import { moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { become } from './session';

/** The people of the organisation, for its administrators: who may sign in, and who needs a new password. */
export function ColleaguesPart({ me }: { me: Me }) {
  const people = useQuery(colleaguesQuery);
  const [wanted, setWanted] = useState('');
  const [suspending, setSuspending] = useState<Colleague | null>(null);
  const [resetting, setResetting] = useState<Colleague | null>(null);

  async function set(person: Colleague, state: 'suspended' | 'confirmed', said: string) {
    try {
      await call('PATCH', `/organisation/people/${person.id}`, { version: person.version, body: { state } });
      toast({ text: said });
    } catch (error) {
      toast({ text: words(error), kind: 'error' });
    } finally {
      await people.refetch();
    }
  }

  const items = (people.data?.items ?? []).filter(({ name, email }) =>
    `${name} ${email}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <p className="soft">
        {t('colleagues.text', 'Everybody of {name} who has an account here.', { name: me.organisation.name })}
      </p>
      <SearchField label={t('people.find', 'Find a person')} value={wanted} onChange={setWanted} />
      <ul className="card settings-list colleagues">
        {items.map((person) => (
          <li key={person.id}>
            <span className="list-text">
              <span className="settings-strong">
                {person.name}
                {person.administrator && <Badge>{t('colleagues.administrator', 'Administrator')}</Badge>}
                {person.state === 'suspended' && <Badge tone="bad">{t('member.suspended', 'Suspended')}</Badge>}
              </span>
              <span className="small faint">{person.email}</span>
            </span>
            {person.id === me.person.id ? (
              <span className="small faint">{t('colleagues.you', 'You')}</span>
            ) : person.state === 'suspended' ? (
              <Button
                size="s"
                onPress={() =>
                  set(person, 'confirmed', t('colleagues.back', '{name} may sign in again', { name: person.name }))
                }
              >
                {t('colleagues.reinstate', 'Reinstate')}
              </Button>
            ) : (
              <span className="row colleagues-acts">
                <Button size="s" onPress={() => setResetting(person)}>
                  {t('colleagues.reset', 'New password')}
                </Button>
                <Button size="s" onPress={() => setSuspending(person)}>
                  {t('member.suspend', 'Suspend')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {suspending && (
        <ConfirmDialog
          title={t('colleagues.suspend.title', 'Suspend {name}?', { name: suspending.name })}
          act={t('member.suspend', 'Suspend')}
          danger
          isOpen
          onClose={() => setSuspending(null)}
          onConfirm={() =>
            set(suspending, 'suspended', t('member.out', '{name} is suspended', { name: suspending.name }))
          }
        >
          {t(
            'colleagues.suspend.text',
            'Within a second nothing works any more, in no alliance. Tokens and invitations of this person end for good.',
          )}
        </ConfirmDialog>
      )}
      {resetting && <ResetDialog person={resetting} onClose={() => setResetting(null)} />}
    </>
  );
}

/** Gives a link, once the administrator has typed the own password. */
function ResetDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ link: string; expires_at: string } | null>(null);

  async function make() {
    setError(password ? '' : t('signin.needPassword', 'Type your password.'));
    if (!password) return;
    setBusy(true);
    try {
      become(await call<Me>('POST', '/sessions/fresh', { body: { password } }));
      setMade(await call('POST', `/organisation/people/${person.id}/password-reset`));
    } catch (reason) {
      setError(
        reason instanceof ApiError && reason.code === 'wrong_credentials'
          ? t('colleagues.wrong', 'That is not your password.')
          : words(reason),
      );
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('colleagues.reset.title', 'A new password for {name}', { name: person.name })}>
      {made ? (
        <div className="stack">
          <p>
            {t('colleagues.reset.once', 'Give this link to {name} by a way that you trust. It works once, until {when}.', {
              name: person.name,
              when: moment(made.expires_at),
            })}
          </p>
          <CopyLink link={made.link} label={t('colleagues.reset.link', 'Link')} />
          <div className="form-acts">
            <Button look="primary" onPress={onClose}>
              {t('dialog.done', 'Done')}
            </Button>
          </div>
        </div>
      ) : (
        <Form className="stack" onSubmit={make}>
          <p className="soft">
            {t('colleagues.reset.text', 'You get a link, shown once, for half an hour. The present password works until it is used.')}
          </p>
          <TextField
            label={t('colleagues.own', 'Your own password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={error}
            autoFocus
          />
          <div className="form-acts">
            <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
            <Button type="submit" look="primary" isPending={busy}>
              {t('colleagues.reset.act', 'Make the link')}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

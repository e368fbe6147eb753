import { useState } from 'react';
import { ApiError, call } from '@/api/client';
import { Button, ButtonLink } from '@/components/Button';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useTitle } from '@/shell/title';
import { Frame } from './Frame';

/** Where an administrator's link leads: a new password. The secret stands behind the #, so that no server sees the address. */
export function ResetPage() {
  useTitle(t('reset.title', 'New password'));
  const [secret] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const wrong = useWrong();
  const [gone, setGone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const over = !secret || gone;

  async function submit() {
    if (!wrong.accept(missing({ password: [password, t('password.needNew', 'Type the new password.')] }))) return;
    setBusy(true);
    try {
      await call('POST', '/password-resets', { body: { secret, password } });
      setDone(true);
    } catch (reason) {
      setGone(reason instanceof ApiError && reason.status === 404);
      wrong.accept(refusal(reason, ['password']));
    } finally {
      setBusy(false);
    }
  }

  if (done || over)
    return (
      <Frame>
        <h1>{done ? t('reset.done', 'Your password is set') : t('reset.over', 'This link is no longer open')}</h1>
        <p className="soft">
          {done
            ? t('reset.done.text', 'You are signed out everywhere. Sign in with the new password.')
            : t('reset.over.text', 'It was used, or ran out. Ask your organisation’s administrator for a new one.')}
        </p>
        <div className="row">
          <ButtonLink to="/signin">{t('signin.act', 'Sign in')}</ButtonLink>
        </div>
      </Frame>
    );
  return (
    <Frame>
      <h1>{t('reset.title', 'New password')}</h1>
      <p className="soft">{t('reset.text', 'It takes the place of the old one, and signs you out everywhere.')}</p>
      <Form onSubmit={submit}>
        {wrong.rest && (
          <p role="alert" className="notice">
            {wrong.rest}
          </p>
        )}
        <TextField
          label={t('password.new', 'New password')}
          hint={t('invited.password.hint', 'At least 8 characters; a few words together are easy to keep in mind.')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={wrong.at('password')}
          autoFocus
        />
        <Button type="submit" look="primary" size="l" isPending={busy}>
          {t('reset.act', 'Set the password')}
        </Button>
      </Form>
    </Frame>
  );
}

import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useFilters } from '@/shell/filters';
import { useTitle } from '@/shell/title';
import { Frame } from './Frame';
import { signIn } from './session';

export function SignInPage() {
  useTitle(t('signin.title', 'Sign in'));
  const router = useRouter();
  const [{ next }] = useFilters();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);

  async function submit() {
    const empty = missing({
      email: [email, t('signin.needEmail', 'Type your e-mail address.')],
      password: [password, t('signin.needPassword', 'Type your password.')],
    });
    if (!wrong.accept(empty)) return;
    setBusy(true);
    try {
      await signIn(email, password);
      // Only a place within the program: the address may have been made by somebody else.
      router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
    } catch (reason) {
      wrong.accept(refusal(reason, ['email', 'password']));
      setBusy(false);
    }
  }

  return (
    <Frame>
      <h1>{t('signin.title', 'Sign in')}</h1>
      <Form onSubmit={submit}>
        {wrong.rest && (
          <p role="alert" className="notice">
            {wrong.rest}
          </p>
        )}
        <TextField
          label={t('signin.email', 'E-mail')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={wrong.at('email')}
          autoFocus
        />
        <TextField
          label={t('signin.password', 'Password')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={wrong.at('password')}
        />
        <Button type="submit" look="primary" size="l" isPending={busy}>
          {t('signin.act', 'Sign in')}
        </Button>
      </Form>
      <p className="small faint">
        {t('signin.help', 'No account yet, or no password any more? Your organisation’s administrator can help.')}
      </p>
    </Frame>
  );
}

import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { words } from '@/api/edits';
import { Button } from '@/components/Button';
import { TextField } from '@/components/TextField';
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
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await signIn(email, password);
      // Only a place within the program: the address may have been made by somebody else.
      router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
    } catch (reason) {
      setError(words(reason));
      setBusy(false);
    }
  }

  return (
    <Frame>
      <h1>{t('signin.title', 'Sign in')}</h1>
      <form onSubmit={submit}>
        {error && (
          <p role="alert" className="notice">
            {error}
          </p>
        )}
        <TextField
          label={t('signin.email', 'Email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
        <TextField
          label={t('signin.password', 'Password')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <Button type="submit" look="primary" size="l" isPending={busy}>
          {t('signin.act', 'Sign in')}
        </Button>
      </form>
      <p className="small faint">
        {t('signin.help', 'No account yet, or no password any more? Your organisation’s administrator can help.')}
      </p>
    </Frame>
  );
}

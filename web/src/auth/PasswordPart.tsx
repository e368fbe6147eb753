import { type FormEvent, useState } from 'react';
import { ApiError, call } from '@/api/client';
import { words } from '@/api/edits';
import { Button } from '@/components/Button';
import { TextField } from '@/components/TextField';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

/** A new password, for one who knows the present one. */
export function PasswordPart() {
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const field = (path: string) => (error instanceof ApiError ? error.field(path) : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await call('POST', '/me/password', { body: { current, new_password: fresh } });
      setCurrent('');
      setFresh('');
      toast({ text: t('password.done', 'Password changed. Other devices are signed out.') });
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="card stack" onSubmit={submit}>
      {error !== null && !(error instanceof ApiError && error.fields.length) && (
        <p role="alert" className="notice">
          {words(error)}
        </p>
      )}
      <TextField
        label={t('password.current', 'Present password')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={field('current')}
        isRequired
      />
      <TextField
        label={t('password.new', 'New password')}
        hint={t('invited.password.hint', 'At least 12 characters; a few words together are easy to keep in mind.')}
        type="password"
        autoComplete="new-password"
        value={fresh}
        onChange={setFresh}
        error={field('new_password')}
        isRequired
      />
      <div className="row settings-acts">
        <Button type="submit" look="primary" isPending={busy}>
          {t('password.act', 'Change the password')}
        </Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { ApiError, call } from '@/api/client';
import { Button } from '@/components/Button';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

/** A new password, for one who knows the present one. */
export function PasswordPart() {
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);

  async function submit() {
    const empty = missing({
      current: [current, t('password.needCurrent', 'Type the password you have now.')],
      password: [fresh, t('password.needNew', 'Type the new password.')],
    });
    if (!wrong.accept(empty)) return;
    setBusy(true);
    try {
      await call('POST', '/me/password', { body: { current, new_password: fresh } });
      setCurrent('');
      setFresh('');
      toast({ text: t('password.done', 'Password changed. Other devices are signed out.') });
    } catch (reason) {
      const isOld = reason instanceof ApiError && reason.code === 'wrong_credentials';
      wrong.accept(
        isOld
          ? { current: t('password.wrongCurrent', 'This is not your present password.') }
          : refusal(reason, ['current', 'password']),
      );
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form className="card stack" onSubmit={submit}>
      {wrong.rest && (
        <p role="alert" className="notice">
          {wrong.rest}
        </p>
      )}
      <TextField
        label={t('password.current', 'Present password')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={wrong.at('current')}
      />
      <TextField
        label={t('password.new', 'New password')}
        hint={t('invited.password.hint', 'At least 8 characters; a few words together are easy to keep in mind.')}
        type="password"
        autoComplete="new-password"
        value={fresh}
        onChange={setFresh}
        error={wrong.at('password')}
      />
      <div className="row settings-acts">
        <Button type="submit" look="primary" isPending={busy}>
          {t('password.act', 'Change the password')}
        </Button>
      </div>
    </Form>
  );
}

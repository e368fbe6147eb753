import { useId, useState } from 'react';
import { ApiError } from '@/api/client';
import { words } from '@/api/edits';
import type { Id, ValueWord } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { typedText } from '../entry/ValueCell';
import { readValue } from '../entry/value';
import { dispute, type Spoken } from './say';
import { exact } from './words';

type DisputeProps = { alliance: Id; about: Spoken; own: ValueWord | undefined; onClose: () => void };

/** The value that one's own side holds to be right, and why. */
export function DisputeDialog({ alliance, about, own, onClose }: DisputeProps) {
  const before = own?.verdict === 'disputed' ? own : undefined;
  const [text, setText] = useState(before ? typedText(before.value) : '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [errors, setErrors] = useState<{ value?: string; reason?: string; form?: string }>({});
  const [busy, setBusy] = useState(false);
  const form = useId();

  async function save() {
    const read = readValue(text, [{ value: about.value }]);
    const found: typeof errors = {};
    if ('error' in read && text.trim()) found.value = read.error;
    else if (!('value' in read)) found.value = t('keys.needValue', 'Give the value that you hold to be right.');
    if (!reason.trim()) found.reason = t('keys.needReason', 'Say why you see it otherwise; the other side reads it.');
    setErrors(found);
    if (found.value || found.reason || !('value' in read)) return;
    setBusy(true);
    try {
      await dispute(alliance, about, read.value, reason.trim());
      onClose();
    } catch (error) {
      const at = (path: string) => (error instanceof ApiError ? error.field(`[0].${path}`) : undefined);
      const [value, why] = [at('value'), at('reason')];
      setErrors({ ...(value ? { value } : {}), ...(why ? { reason: why } : {}), ...(value || why ? {} : { form: words(error) }) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('keys.disputeTitle', 'Dispute the value')}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" form={form} look="primary" isPending={busy}>
            {t('keys.disputeAct', 'Dispute')}
          </Button>
        </>
      }
    >
      <Form id={form} className="stack" onSubmit={() => void save()}>
        <p className="soft">
          <b>{about.name}</b>, {about.label}.{' '}
          {about.giver
            ? t('keys.gives', '{giver} gives {value}.', { giver: about.giver, value: exact(about.value, about.unit) })
            : t('keys.stands', 'The value that stands there is {value}.', { value: exact(about.value, about.unit) })}{' '}
          {t('keys.disputeRule', 'Both values are kept; the light spans the two until you agree.')}
        </p>
        <TextField
          autoFocus
          label={
            about.unit
              ? t('keys.ownValueIn', 'Your value in {unit}', { unit: about.unit })
              : t('keys.ownValue', 'Your value')
          }
          value={text}
          onChange={setText}
          error={errors.value}
        />
        <TextField
          rows={3}
          label={t('keys.why', 'Why do you see it otherwise?')}
          value={reason}
          onChange={setReason}
          error={errors.reason}
        />
        {errors.form ? (
          <p role="alert" className="field-error">
            {errors.form}
          </p>
        ) : null}
      </Form>
    </Dialog>
  );
}

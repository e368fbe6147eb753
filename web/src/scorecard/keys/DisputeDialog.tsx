import { useId, useState } from 'react';
import type { Id, ValueWord } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { typedText } from '../entry/ValueCell';
import { readValue } from '../entry/value';
import { dispute, type Spoken } from './say';
import { exact } from './words';

// One word is said: the first of the list that is sent.
const valuePath = '[0].value';
const reasonPath = '[0].reason';

type DisputeProps = { alliance: Id; about: Spoken; own: ValueWord | undefined; onClose: () => void };

/** The value that one's own side holds to be right, and why. */
export function DisputeDialog({ alliance, about, own, onClose }: DisputeProps) {
  const before = own?.verdict === 'disputed' ? own : undefined;
  const [text, setText] = useState(before ? typedText(before.value) : '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const form = useId();

  async function save() {
    const read = readValue(text, [{ value: about.value }]);
    const isWrong = 'error' in read && text.trim() !== '';
    const found = {
      ...missing({ [reasonPath]: [reason, t('keys.needReason', 'Say why you see it otherwise; the other side reads it.')] }),
      ...('value' in read ? {} : { [valuePath]: isWrong ? read.error : t('keys.needValue', 'Give the value that you hold to be right.') }),
    };
    if (!wrong.accept(found) || !('value' in read)) return;
    setBusy(true);
    try {
      await dispute(alliance, about, read.value, reason.trim());
      onClose();
    } catch (error) {
      wrong.accept(refusal(error, [valuePath, reasonPath]));
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
          error={wrong.at(valuePath)}
        />
        <TextField
          rows={3}
          label={t('keys.why', 'Why do you see it otherwise?')}
          value={reason}
          onChange={setReason}
          error={wrong.at(reasonPath)}
        />
        {wrong.rest && (
          <p role="alert" className="field-error">
            {wrong.rest}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

import { useId, useState } from 'react';
import { edit } from '@/api/edits';
import type { LightWord } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { missing, refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { LightMark, lightWord } from '@/pictures';
import { type LightOf, lightOf } from './LightWords';

type ContestProps = { of: LightOf; own: LightWord | undefined; onClose: () => void };

/** Why the light of a period is wrong. It stays as computed, and is marked. */
export function ContestDialog({ of, own, onClose }: ContestProps) {
  const [reason, setReason] = useState(own?.verdict === 'contested' ? own.reason : '');
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const form = useId();
  const light = lightOf(of);

  async function save() {
    const needed = t('lightWord.needReason', 'Say why the light is wrong; the theme leader and the steering committee read it.');
    if (!wrong.accept(missing({ reason: [reason, needed] }))) return;
    setBusy(true);
    try {
      await edit({
        method: 'POST',
        path: `/alliances/${of.alliance}/light-verdicts`,
        body: { object: of.object, period: of.period.period, verdict: 'contested', light, reason: reason.trim() },
        said: t('lightWord.contested', 'The light of {period} is contested', { period: of.period.label }),
      });
      onClose();
    } catch (error) {
      wrong.accept(refusal(error, ['reason']));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('lightWord.contestTitle', 'Contest the light')}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" form={form} look="primary" isPending={busy}>
            {t('lightWord.contestAct', 'Contest')}
          </Button>
        </>
      }
    >
      <Form id={form} className="stack" onSubmit={() => void save()}>
        <p className="soft">
          <b>{of.title}</b>, {of.period.label}: <LightMark state={{ light }} size={16} /> {lightWord(light).toLowerCase()}.{' '}
          {t('lightWord.rule', 'The light stays as it is and is marked as contested, for both sides to see.')}
        </p>
        <TextField
          autoFocus
          rows={3}
          label={t('lightWord.why', 'Why is the light wrong?')}
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
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

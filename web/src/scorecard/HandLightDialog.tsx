import { useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { edit } from '@/api/edits';
import { meQuery } from '@/api/queries';
import type { Light, ObjectiveView } from '@/api/types';
import { Button } from '@/components/Button';
import { ChoiceCards } from '@/components/ChoiceCards';
import { DateField } from '@/components/DateField';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { refusal, useWrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { LightMark, lightWord } from '@/pictures';

type HandLightDialogProps = { objective: ObjectiveView; onClose: () => void };
const lights: Light[] = ['green', 'yellow', 'red', 'grey'];

/** Light, reason and last day of an override; the light by the values stays visible beside it. */
export function HandLightDialog({ objective, onClose }: HandLightDialogProps) {
  const today = useSuspenseQuery(meQuery).data.server.today;
  const computed = objective.judgement.light;
  const [light, setLight] = useState<Light>(lights.find((one) => one !== computed) ?? 'yellow');
  const [reason, setReason] = useState('');
  const [starts, setStarts] = useState(objective.period.first);
  const [expires, setExpires] = useState(inThreeMonths(today));
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  const form = useId();
  const isShared = objective.space.kind === 'shared';

  async function save() {
    const found: Record<string, string> = {};
    if (!reason.trim()) found.reason = t('handLight.needReason', 'Say why: both partners will read it.');
    if (!starts) found.starts = t('handLight.needStart', 'Say from which day on, such as the first day of the period.');
    if (!expires) found.expires = t('handLight.needDay', 'Say until when, such as the next review.');
    else if (expires <= today) found.expires = t('handLight.past', 'It must end on a later day.');
    else if (starts && expires < starts) found.expires = t('handLight.order', 'It must not end before it begins.');
    if (!wrong.accept(found)) return;
    setBusy(true);
    try {
      await edit({
        method: 'POST',
        path: `/objectives/${objective.id}/overrides`,
        body: { light, reason: reason.trim(), starts, expires },
        said: isShared
          ? t('handLight.asked', 'The other partner is asked to agree')
          : t('handLight.done', 'The light is set by hand'),
      });
      onClose();
    } catch (error) {
      wrong.accept(refusal(error, ['reason', 'starts', 'expires']));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('handLight.set', 'Set the light by hand')}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button look="primary" type="submit" form={form} isPending={busy}>
            {isShared ? t('handLight.ask', 'Ask the other partner') : t('handLight.doIt', 'Set the light')}
          </Button>
        </>
      }
    >
      <Form id={form} className="stack" onSubmit={() => void save()}>
      <p className="soft hand-light-now">
        {t('handLight.now', 'By the values:')} <LightMark state={{ light: computed }} size={18} />{' '}
        {lightWord(computed).toLowerCase()}.{' '}
        {isShared
          ? t('handLight.rule', 'Yours counts once the other partner agrees; this one stays visible beside it.')
          : t('handLight.ruleOwn', 'It stays visible beside yours.')}
      </p>
      <ChoiceCards
        small
        label={t('handLight.light', 'Light')}
        value={light}
        onChange={setLight}
        choices={lights.map((one) => ({
          id: one,
          title: lightWord(one),
          picture: <LightMark state={{ light: one }} size={28} />,
        }))}
      />
      <TextField
        autoFocus
        rows={3}
        label={t('handLight.reason', 'Why do the values mislead?')}
        value={reason}
        onChange={setReason}
        error={wrong.at('reason')}
      />
      <div className="form-pair">
        <DateField
          label={t('handLight.from', 'From')}
          hint={t('handLight.fromHint', 'Earlier periods keep their lights.')}
          value={starts}
          onChange={setStarts}
          error={wrong.at('starts')}
        />
        <DateField
          label={t('handLight.until', 'Until')}
          hint={t('handLight.untilHint', 'Usually the next review.')}
          value={expires}
          onChange={setExpires}
          error={wrong.at('expires')}
        />
      </div>
      {wrong.rest && (
        <p role="alert" className="field-error">
          {wrong.rest}
        </p>
      )}
      </Form>
    </Dialog>
  );
}

/** The last day of the third month from now. */
function inThreeMonths(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month + 3, 0)).toISOString().slice(0, 10);
}

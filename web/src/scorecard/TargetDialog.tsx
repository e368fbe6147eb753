import { useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { MeasureView } from '@/api/types';
import { Button } from '@/components/Button';
import { DateField } from '@/components/DateField';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { scoringOf } from './ChartFrame';
import { draftOf, emptyDraft, readScoring } from './scoring/draft';
import { ScoringFields } from './scoring/ScoringFields';

/** A new target from a day on; the bands are drawn as they are typed, with today's value on them. */
export function TargetDialog({ measure, onClose }: { measure: MeasureView; onClose: () => void }) {
  const now = scoringOf(measure);
  const [draft, setDraft] = useState(now ? draftOf(now) : emptyDraft('higher'));
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  async function save() {
    const read = readScoring(draft);
    const found: Record<string, string> = 'errors' in read ? { ...read.errors } : {};
    if (!from) found.effective_from = t('target.needDay', 'From which day on?');
    if (!reason.trim()) found.why = t('target.needReason', 'Say why the target changes.');
    setErrors(found);
    if ('errors' in read || Object.keys(found).length) return;
    setBusy(true);
    try {
      await edit({
        method: 'POST',
        path: `/measures/${measure.id}/targets`,
        version: measure.targets.find((target) => target.effective_from === from)?.version ?? 0,
        body: { effective_from: from, scoring: read.scoring, reason: reason.trim() },
        said: t('target.added', 'New target from {day}', { day: date(from) }),
      });
      onClose();
    } catch (error) {
      const fields =
        error instanceof ApiError
          ? Object.fromEntries(error.fields.map((field) => [field.path.replace(/^scoring\./, ''), field.message]))
          : {};
      setErrors({ ...fields, all: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog isOpen width="m" onClose={onClose} title={t('target.new', 'New target')}>
      <Form className="stack" onSubmit={() => void save()}>
        <ScoringFields
          draft={draft}
          onChange={setDraft}
          unit={measure.unit}
          errors={errors}
          value={typeof measure.value === 'number' ? measure.value : null}
        />
        <div className="form-pair">
          <DateField
            label={t('target.from', 'In force from')}
            value={from}
            onChange={setFrom}
            error={errors.effective_from}
            hint={t('target.fromHint', 'Earlier periods keep the target they had.')}
          />
          <TextField
            label={t('target.reason', 'Why does it change?')}
            value={reason}
            onChange={setReason}
            error={errors.why}
          />
        </div>
        {errors.all ? (
          <p role="alert" className="field-error">
            {errors.all}
          </p>
        ) : null}
        <div className="form-acts">
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" look="primary" isPending={busy}>
            {t('target.save', 'Set target')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

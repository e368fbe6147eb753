import { useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { Act, MeasureView } from '@/api/types';
import { Button } from '@/components/Button';
import { Form } from '@/components/Form';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { period as period_name } from '@/i18n/format';
import { measured } from '@/pictures';
import { useFilters } from '@/shell/filters';
import { isCorrection, isWithheld, readValue } from './entry/value';
import { PartnerSees, type Seen, seenBefore } from './keys/PartnerSees';

/** One value for one period, with a note; a correction asks why. */
export function EntryForm({ measure }: { measure: MeasureView }) {
  const open = [...measure.cells].reverse();
  // A reminder opens the very cell: ?enter=2010-01.
  const [{ enter }] = useFilters();
  const [period, setPeriod] = useState(
    (enter && [measure.next_period, ...open.map((one) => one.period)].find((one) => one === enter)) ??
      measure.next_period ?? open.find((cell) => cell.value === null)?.period ?? open[0]?.period ?? '',
  );
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<Seen | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const cell = open.find((one) => one.period === period) ?? null;
  const correction = isCorrection(cell);
  const nameOf = (id: string) => measure.period_info.available.find((one) => one.period === id)?.label ?? period_name(id);
  // What the partner sees of a cell stays as it is unless one says otherwise.
  const seen = measure.may_withhold ? (chosen ?? seenBefore(cell)) : 'value';
  const periods = open.map((one) => ({
    id: one.period,
    label: one.label,
    note: one.value === null ? '' : measured(one.value, measure),
  }));
  if (measure.next_period && !open.some((one) => one.period === measure.next_period))
    periods.unshift({ id: measure.next_period, label: nameOf(measure.next_period), note: t('entry.next', 'next') });

  async function save() {
    const read = readValue(text, measure.recent);
    if ('error' in read) return setErrors({ value: read.error });
    if ((correction || 'state' in read) && !reason.trim())
      return setErrors({ reason: t('entry.needReason', 'Say why, so that the other side can follow.') });
    setBusy(true);
    setErrors({});
    try {
      await edit<{ act: Act }>({
        method: 'POST',
        path: `/alliances/${measure.alliance.id}/observations`,
        body: [
          {
            measure: measure.id,
            period,
            ...read,
            ...('value' in read && seen !== 'value' ? { state: 'withheld', share_light: seen === 'light' } : {}),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
            ...(note.trim() ? { note: note.trim() } : {}),
          },
        ],
        said: t('entry.savedOne', 'Value saved for {period}', { period: cell?.label ?? nameOf(period) }),
      });
      setText('');
      setReason('');
      setNote('');
      setChosen(null);
    } catch (error) {
      const at = (end: string) =>
        error instanceof ApiError ? error.fields.find((field) => field.path.endsWith(end))?.message : undefined;
      const found = { value: at('value'), reason: at('reason'), note: at('note') };
      setErrors(
        Object.fromEntries(
          Object.entries({ ...found, ...(found.value || found.reason || found.note ? {} : { value: words(error) }) }).filter(
            ([, message]) => message,
          ),
        ) as Record<string, string>,
      );
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form className="entry-form" onSubmit={() => void save()}>
      <Select label={t('chart.period', 'Period')} options={periods} value={period} onChange={setPeriod} />
      <TextField
        label={measure.unit ? t('entry.valueIn', 'Value in {unit}', { unit: measure.unit }) : t('score.value', 'Value')}
        value={text}
        onChange={setText}
        error={errors.value}
        autoFocus={enter !== undefined}
      />
      {correction || /^n\/?a$/i.test(text.trim()) ? (
        <TextField
          label={t('entry.reason', 'Why the change?')}
          value={reason}
          onChange={setReason}
          error={errors.reason}
        />
      ) : null}
      <TextField
        optional
        label={t('entry.note', 'Note')}
        value={note}
        onChange={setNote}
        error={errors.note}
        hint={
          measure.note_below === null
            ? undefined
            : t('entry.noteBelow', 'Needed where the score is under {score}.', { score: measure.note_below })
        }
      />
      {measure.may_withhold ? (
        <PartnerSees
          seen={seen}
          onChange={setChosen}
          wasShown={cell?.state === 'value' && !isWithheld(cell)}
          twoKeys={measure.two_keys}
        />
      ) : null}
      <Button type="submit" look="primary" isPending={busy} isDisabled={!text.trim()}>
        {correction ? t('entry.correct', 'Correct') : t('entry.enter', 'Enter value')}
      </Button>
    </Form>
  );
}

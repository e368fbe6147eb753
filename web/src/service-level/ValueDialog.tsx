import { useState } from 'react';
import { edit } from '@/api/edits';
import { ActDialog } from '@/components/ActDialog';
import { NumberField } from '@/components/NumberField';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { type Level, limitWords } from './queries';

type ValueProps = { slug: string; level: Level; period: string; onClose: () => void };

/** The value of one period, or why there is none; a correction says why. */
export function ValueDialog({ slug, level, period, onClose }: ValueProps) {
  const newest = [...level.periods].reverse();
  const [chosen, setChosen] = useState(period);
  const mark = level.periods.find((one) => one.period === chosen) ?? newest[0];
  const [value, setValue] = useState(mark?.value ?? Number.NaN);
  const [none, setNone] = useState(mark?.standing === 'na');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  if (!mark) return null;
  const there = mark.value !== null || mark.standing === 'na';
  const choose = (next: string) => {
    const other = level.periods.find((one) => one.period === next);
    setChosen(next);
    setValue(other?.value ?? Number.NaN);
    setNone(other?.standing === 'na');
  };
  return (
    <ActDialog
      title={t('level.valueTitle', '{code} in {period}', { code: level.code, period: mark.label })}
      act={there ? t('level.correct', 'Correct') : t('level.enter', 'Enter')}
      fields={['[0].value', '[0].reason', '[0].note', '[0].period']}
      onClose={onClose}
      onSubmit={() =>
        edit({
          method: 'POST',
          path: `/alliances/${slug}/service-level-values`,
          body: [
            {
              level: level.id,
              period: chosen,
              version: mark.version,
              ...(none ? { state: 'na' } : Number.isFinite(value) ? { value } : {}),
              ...(reason.trim() ? { reason: reason.trim() } : {}),
              ...(note.trim() ? { note: note.trim() } : {}),
            },
          ],
          said: there ? t('level.corrected', 'Corrected') : t('level.enteredOne', 'Entered'),
        })
      }
    >
      {(field) => (
        <>
          <Select
            label={t('level.period', 'Period')}
            options={newest.map((one) => ({ id: one.period, label: one.label }))}
            value={chosen}
            onChange={choose}
            error={field('[0].period')}
          />
          {!none && (
            <NumberField
              autoFocus
              label={t('level.value', 'Value')}
              hint={t('level.promised', 'Promised: {limit}', { limit: limitWords(level, mark.limit) })}
              unit={level.unit}
              value={value}
              onChange={setValue}
              error={field('[0].value')}
            />
          )}
          <Switch isSelected={none} onChange={setNone}>
            {t('level.noValue', 'Not applicable in this period')}
          </Switch>
          {(none || there) && (
            <TextField
              label={none ? t('level.whyNone', 'Why is there no value?') : t('level.whyOther', 'Why does it change? The old value is kept.')}
              value={reason}
              onChange={setReason}
              error={field('[0].reason')}
              isRequired
            />
          )}
          <TextField optional rows={2} label={t('level.note', 'Note')} value={note} onChange={setNote} error={field('[0].note')} />
        </>
      )}
    </ActDialog>
  );
}

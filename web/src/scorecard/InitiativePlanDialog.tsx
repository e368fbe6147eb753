import { useState } from 'react';
import { ApiError } from '@/api/client';
import { edit, words } from '@/api/edits';
import type { InitiativeView } from '@/api/types';
import { Button } from '@/components/Button';
import { DateField } from '@/components/DateField';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { planChange } from './initiative-plan';

/** When an initiative begins and ends, what it may cost and has cost so far. */
export function InitiativePlanDialog({ initiative, onClose }: { initiative: InitiativeView; onClose: () => void }) {
  const text = (value: number | null) => (value === null ? '' : String(value));
  const [draft, setDraft] = useState({
    start: initiative.start ?? '',
    due: initiative.due ?? '',
    budget: text(initiative.budget),
    cost: text(initiative.cost),
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: errors[name],
  });

  async function save() {
    const read = planChange(draft);
    if ('errors' in read) return setErrors(read.errors);
    setBusy(true);
    try {
      await edit({
        method: 'PATCH',
        path: `/initiatives/${initiative.id}`,
        version: initiative.version,
        body: read.change,
        said: t('initiative.planned.saved', 'Dates and budget saved'),
      });
      onClose();
    } catch (error) {
      const found = error instanceof ApiError ? error.fields.map((one) => [one.path, one.message] as const) : [];
      setErrors(found.length ? Object.fromEntries(found) : { form: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('initiative.plan', 'Dates and budget')}>
      <Form className="stack" onSubmit={() => void save()}>
        <div className="form-pair">
          <DateField optional label={t('initiative.start', 'Start')} {...field('start')} />
          <DateField optional label={t('initiative.due', 'End')} {...field('due')} />
        </div>
        <div className="form-pair">
          <TextField
            optional
            label={t('initiative.budget', 'Budget in {currency}', { currency: initiative.currency })}
            {...field('budget')}
          />
          <TextField
            optional
            label={t('initiative.cost', 'Spent so far in {currency}', { currency: initiative.currency })}
            {...field('cost')}
          />
        </div>
        {errors.form ? (
          <p role="alert" className="field-error">
            {errors.form}
          </p>
        ) : null}
        <div className="form-acts">
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" look="primary" isPending={busy}>
            {t('list.save', 'Save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

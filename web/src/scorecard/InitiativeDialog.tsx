import { useState } from 'react';
import { type Place, placed, SpaceChoice } from '@/access/SpaceChoice';
import { edit, words } from '@/api/edits';
import type { Id } from '@/api/types';
import { Button } from '@/components/Button';
import { DateField } from '@/components/DateField';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';

/** A new initiative for an objective: name and dates; the rest is filled in on its own page. */
export function InitiativeDialog({
  alliance,
  objective,
  onClose,
}: {
  alliance: Id;
  objective: Id;
  onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [start, setStart] = useState('');
  const [due, setDue] = useState('');
  const [place, setPlace] = useState<Place>('shared');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  async function save() {
    if (!name.trim()) return setErrors({ name: t('initiative.needName', 'Say what is being done.') });
    if (start && due && due < start)
      return setErrors({ due: t('scoring.dates', 'The end must come after the start.') });
    setBusy(true);
    try {
      await edit({
        method: 'POST',
        path: `/alliances/${alliance}/initiatives`,
        body: {
          name: name.trim(),
          objectives: [objective],
          ...(description.trim() ? { description: description.trim() } : {}),
          ...placed(place),
          ...(start ? { start } : {}),
          ...(due ? { due } : {}),
        },
        said: t('parts.added', '“{name}” added', { name: name.trim() }),
      });
      onClose();
    } catch (error) {
      setErrors({ name: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('initiative.new', 'New initiative')}>
      <Form className="stack" onSubmit={() => void save()}>
        <TextField
          autoFocus
          label={t('initiative.name', 'What is being done?')}
          value={name}
          onChange={setName}
          error={errors.name}
        />
        <TextField
          optional
          rows={3}
          label={t('objective.description', 'Description')}
          value={description}
          onChange={setDescription}
        />
        <div className="form-pair">
          <DateField
            optional
            label={t('initiative.start', 'Start')}
            value={start}
            onChange={setStart}
            error={errors.start}
          />
          <DateField
            optional
            label={t('initiative.due', 'End')}
            value={due}
            onChange={setDue}
            error={errors.due}
          />
        </div>
        <SpaceChoice value={place} onChange={setPlace} canBePrivate={false} />
        <div className="form-acts">
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" look="primary" isPending={busy}>
            {t('edit.add', 'Add')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

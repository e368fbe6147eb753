import type { InitiativeView } from '@/api/types';
import { DateField } from '@/components/DateField';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { ListDialog, ListRow } from './ListDialog';
import { at, type RowErrors, useRows } from './rows';

/** The milestones of an initiative: what, by when, and since when it is done. */
export function MilestonesDialog({ initiative, onClose }: { initiative: InitiativeView; onClose: () => void }) {
  const list = useRows(
    initiative.milestones.map(({ name, due, done_at }) => ({ name, due, done_at: done_at ?? '' })),
    {
      path: `/initiatives/${initiative.id}`,
      version: initiative.version,
      list: 'milestones',
      said: t('milestones.saved', 'Milestones saved'),
    },
  );

  async function save() {
    const wrong: RowErrors = {};
    for (const [index, { name, due }] of list.rows.entries()) {
      if (!name.trim()) wrong[at(index, 'name')] = t('milestones.needName', 'What is reached?');
      if (!due) wrong[at(index, 'due')] = t('milestones.needDue', 'By when?');
    }
    const items = list.rows.map(({ name, due, done_at }) => ({ name: name.trim(), due, done_at: done_at || null }));
    if (await list.save(wrong, items)) onClose();
  }

  return (
    <ListDialog
      title={t('milestones.title', 'Milestones')}
      empty={t('milestones.none', 'No milestones yet. They show on the way whether the work will be done in time.')}
      add={{
        label: t('milestones.add', 'Add milestone'),
        onPress: () => list.add({ name: '', due: initiative.due ?? '', done_at: '' }),
      }}
      error={list.errors.form}
      busy={list.busy}
      onClose={onClose}
      onSave={() => void save()}
    >
      {list.rows.map((row, index) => (
        <ListRow
          key={row.key}
          className="list-row-milestone"
          name={row.name || t('milestones.this', 'this milestone')}
          onRemove={() => list.remove(row.key)}
        >
          <TextField
            autoFocus={row.name === ''}
            label={t('milestones.name', 'What is reached')}
            value={row.name}
            onChange={(name) => list.set(row.key, { name })}
            error={list.errors[at(index, 'name')]}
          />
          <DateField
            label={t('milestones.due', 'Due')}
            value={row.due}
            onChange={(due) => list.set(row.key, { due })}
            error={list.errors[at(index, 'due')]}
          />
          <DateField
            optional
            label={t('milestones.done', 'Done')}
            value={row.done_at}
            onChange={(done_at) => list.set(row.key, { done_at })}
            error={list.errors[at(index, 'done_at')]}
          />
        </ListRow>
      ))}
    </ListDialog>
  );
}

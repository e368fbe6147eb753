import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { edit } from '@/api/edits';
import { DateField } from '@/components/DateField';
import { SaveDialog } from '@/components/SaveDialog';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { type Participant, Participants } from './Participants';
import type { Workshop } from './queries';

/** A workshop: what it is for, when, and who takes part. */
export function WorkshopDialog({ workshop, onClose }: { workshop: Workshop | null; onClose: () => void }) {
  const { id: alliance, slug } = useAlliance();
  const navigate = useNavigate();
  const [title, setTitle] = useState(workshop?.title ?? '');
  const [purpose, setPurpose] = useState(workshop?.purpose ?? '');
  const [day, setDay] = useState(workshop?.held_on ?? '');
  const [people, setPeople] = useState<readonly Participant[]>(workshop?.participants ?? []);
  const body = { title: title.trim(), purpose: purpose.trim(), held_on: day || null, participants: people.map(({ id }) => id) };
  async function save() {
    if (workshop)
      return edit({ method: 'PATCH', path: `/workshops/${workshop.id}`, version: workshop.version, body, said: t('workshop.changed', 'Workshop changed') });
    const made = await edit({ method: 'POST', path: `/alliances/${alliance}/workshops`, body, said: t('workshop.added', 'Workshop prepared') });
    return navigate({ to: '/a/$alliance/workshops/$workshop', params: { alliance: slug, workshop: made.id } });
  }
  return (
    <SaveDialog
      title={workshop ? t('workshop.edit', 'Workshop') : t('workshop.new', 'New workshop')}
      act={workshop ? t('edit.save', 'Save') : t('workshop.prepare', 'Prepare it')}
      fields={['title', 'purpose', 'held_on']}
      check={() => missing({ title: [title, t('workshop.needTitle', 'Give it a name.')] })}
      save={save}
      onClose={onClose}
    >
      {(at) => (
        <>
          <div className="form-pair">
            <TextField autoFocus label={t('workshop.title', 'Name')} value={title} onChange={setTitle} error={at('title')} />
            <DateField optional label={t('workshop.day', 'Day')} value={day} onChange={setDay} error={at('held_on')} />
          </div>
          <TextField optional rows={3} label={t('workshop.purpose', 'What should come of it?')} value={purpose} onChange={setPurpose} error={at('purpose')} />
          <Participants chosen={people} onChange={setPeople} />
          <p className="small soft">
            {t('workshop.rule', 'Participants bring, sort and merge cards. Those of a partner rate; a neutral party leads and does not rate.')}
          </p>
        </>
      )}
    </SaveDialog>
  );
}

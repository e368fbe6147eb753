import '@/formation/formation.css';
import { useState } from 'react';
import { edit } from '@/api/edits';
import type { Id } from '@/api/types';
import { DateField } from '@/components/DateField';
import { SaveDialog } from '@/components/SaveDialog';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { ObjectiveChoice } from './ObjectiveChoice';
import type { Hope } from './queries';

/** What a leader of one's own side hoped for. */
export function HopeDialog({ hope, onClose }: { hope: Hope | null; onClose: () => void }) {
  const { id: alliance } = useAlliance();
  const [text, setText] = useState(hope?.text ?? '');
  const [leader, setLeader] = useState(hope?.leader ?? '');
  const [day, setDay] = useState(hope?.hoped_on ?? '');
  const [objectives, setObjectives] = useState<readonly Id[]>(hope?.objectives.map(({ id }) => id) ?? []);
  const body = { text: text.trim(), leader: leader.trim(), hoped_on: day || null, objectives };
  return (
    <SaveDialog
      title={hope ? t('hope.edit', 'Change the hope') : t('hope.new', 'New hope')}
      act={hope ? t('edit.save', 'Save') : t('hope.add', 'Write it down')}
      fields={['text', 'leader', 'hoped_on']}
      check={() => missing({ text: [text, t('hope.needText', 'Say what was hoped for.')] })}
      save={() =>
        hope
          ? edit({ method: 'PATCH', path: `/hopes/${hope.id}`, version: hope.version, body, said: t('hope.changed', 'Hope changed') })
          : edit({ method: 'POST', path: `/alliances/${alliance}/hopes`, body, said: t('hope.added', 'Hope written down') })
      }
      onClose={onClose}
    >
      {(at) => (
        <>
          {hope?.words.length ? <p className="soft">{t('hope.asksAnew', 'If you change the words, the other side is asked anew.')}</p> : null}
          <TextField autoFocus rows={3} label={t('hope.text', 'What was hoped for?')} value={text} onChange={setText} error={at('text')} />
          <div className="form-pair">
            <TextField optional label={t('hope.leader', 'Whose hope?')} hint={t('hope.leaderHint', 'A name or a position')} value={leader} onChange={setLeader} error={at('leader')} />
            <DateField optional label={t('hope.day', 'Since when?')} value={day} onChange={setDay} error={at('hoped_on')} />
          </div>
          <ObjectiveChoice chosen={objectives} onChange={setObjectives} />
        </>
      )}
    </SaveDialog>
  );
}

import { useState } from 'react';
import { edit } from '@/api/edits';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DateField } from '@/components/DateField';
import { Icon } from '@/components/Icon';
import { SaveDialog } from '@/components/SaveDialog';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { FindingDialog } from './FindingDialog';
import type { FindingKind, Interview, QuestionSet } from './queries';
import { kindWord } from './words';

type Props = { interview: Interview | null; sets: QuestionSet[]; onClose: () => void };

/** A talk, new or noted before: for the interviewer alone. */
export function InterviewDialog({ interview, sets, onClose }: Props) {
  const { id: alliance, parties } = useAlliance();
  const talk = interview?.talk;
  const [set, setSet] = useState('');
  const questions = sets.find((one) => (one.id ?? '') === set)?.questions ?? [];
  const [person, setPerson] = useState(talk?.person ?? '');
  const [party, setParty] = useState(talk?.party ?? '');
  const [day, setDay] = useState(talk?.held_on ?? '');
  const [given, setGiven] = useState<Record<string, string>>(
    Object.fromEntries((talk?.answers ?? []).map((answer) => [answer.question, answer.text])),
  );
  const [finding, setFinding] = useState<FindingKind | null>(null);
  const [erasing, setErasing] = useState(false);
  const asked = talk ? talk.answers.map(({ kind, question }) => ({ kind, text: question })) : questions;
  const save = () => {
    const body = {
      person: person.trim(),
      party: party || null,
      held_on: day || null,
      answers: asked.map(({ kind, text }) => ({ kind, question: text, text: given[text] ?? '' })),
    };
    return interview
      ? edit({ method: 'PATCH', path: `/interviews/${interview.id}`, version: interview.version, body, said: t('interview.saved', 'Interview saved, for you alone') })
      : edit({ method: 'POST', path: `/alliances/${alliance}/interviews`, body, said: t('interview.saved', 'Interview saved, for you alone') });
  };
  return (
    <SaveDialog
      title={interview ? t('interview.edit', 'Interview') : t('interview.new', 'New interview')}
      act={t('interview.save', 'Save for me alone')}
      width="l"
      fields={['person', 'party', 'held_on']}
      check={() => missing({ person: [person, t('interview.needPerson', 'Say with whom you spoke.')] })}
      save={save}
      onClose={onClose}
      acts={
        interview ? (
          <Button look="danger" onPress={() => setErasing(true)}>
            {t('interview.erase', 'Erase …')}
          </Button>
        ) : null
      }
    >
      {(at) => (
        <>
          <p className="own-notes">
            <Icon name="lock" size={16} />
            {t('interview.alone', 'Only you can read this: not the partner, not your colleagues, not the operator. The record keeps neither name nor answer.')}
          </p>
          <div className="form-pair">
            <TextField autoFocus label={t('interview.person', 'With whom?')} value={person} onChange={setPerson} error={at('person')} />
            <Select
              label={t('interview.party', 'Of which side?')}
              optional
              options={parties.map(({ id, name }) => ({ id, label: name }))}
              value={party || null}
              onChange={setParty}
              placeholder={t('interview.noParty', 'Not said')}
            />
          </div>
          <div className="form-pair">
            <DateField optional label={t('interview.day', 'When?')} value={day} onChange={setDay} error={at('held_on')} />
            {talk ? null : (
              <Select
                label={t('interview.set', 'Questions')}
                options={sets.map((one) => ({ id: one.id ?? '', label: one.name, note: t('interview.setCount', '{n} {n|question|questions}', { n: one.questions.length }) }))}
                value={set}
                onChange={setSet}
              />
            )}
          </div>
          {asked.map(({ kind, text }, index) => (
            <div key={text} className="interview-question">
              {asked[index - 1]?.kind === kind ? null : (
                <div className="interview-kind">
                  <h3>{kindWord(kind)}</h3>
                  <Button size="s" look="quiet" icon="plus" onPress={() => setFinding(kind)}>
                    {t('finding.write', 'Write a finding')}
                  </Button>
                </div>
              )}
              <TextField
                rows={3}
                label={text}
                value={given[text] ?? ''}
                onChange={(value) => setGiven((old) => ({ ...old, [text]: value }))}
              />
            </div>
          ))}
          {finding ? <FindingDialog finding={null} kind={finding} onClose={() => setFinding(null)} /> : null}
          {interview ? (
            <ConfirmDialog
              danger
              title={t('interview.eraseTitle', 'Erase this interview?')}
              act={t('interview.eraseAct', 'Erase it')}
              isOpen={erasing}
              onClose={() => setErasing(false)}
              onConfirm={async () => {
                await edit({ method: 'DELETE', path: `/interviews/${interview.id}`, version: interview.version, said: t('interview.erased', 'Interview erased') });
                onClose();
              }}
            >
              {t('interview.eraseText', 'Everything you noted in it is deleted, with what it said before. Findings stay. This cannot be undone.')}
            </ConfirmDialog>
          ) : null}
        </>
      )}
    </SaveDialog>
  );
}

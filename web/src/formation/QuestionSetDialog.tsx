import { useState } from 'react';
import { edit, tryEdit } from '@/api/edits';
import { Button } from '@/components/Button';
import { SaveDialog } from '@/components/SaveDialog';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import type { FindingKind, QuestionSet } from './queries';
import { kinds, kindWord } from './words';

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);
const textOf = (set: QuestionSet | null, kind: FindingKind) =>
  (set?.questions ?? []).filter((one) => one.kind === kind).map((one) => one.text).join('\n');

/** Questions of the alliance's own: one a line, by what they ask for. */
export function QuestionSetDialog({ set, start, onClose }: { set: QuestionSet | null; start: QuestionSet | null; onClose: () => void }) {
  const { id: alliance } = useAlliance();
  const [name, setName] = useState(set?.name ?? '');
  const [texts, setTexts] = useState<Record<FindingKind, string>>({
    value: textOf(set ?? start, 'value'),
    distinction: textOf(set ?? start, 'distinction'),
    problem: textOf(set ?? start, 'problem'),
  });
  const body = { name: name.trim(), questions: kinds.flatMap((kind) => lines(texts[kind]).map((text) => ({ kind, text }))) };
  return (
    <SaveDialog
      title={set ? t('questions.edit', 'Question set') : t('questions.new', 'New question set')}
      act={t('edit.save', 'Save')}
      fields={['name', 'questions']}
      check={() => missing({ name: [name, t('questions.needName', 'Give the set a name.')] })}
      save={() =>
        set?.id
          ? edit({ method: 'PATCH', path: `/question-sets/${set.id}`, version: set.version, body, said: t('questions.changed', 'Question set changed') })
          : edit({ method: 'POST', path: `/alliances/${alliance}/question-sets`, body, said: t('questions.added', 'Question set added') })
      }
      onClose={onClose}
      acts={
        set?.id ? (
          <Button
            look="danger"
            onPress={async () => {
              if (await tryEdit({ method: 'DELETE', path: `/question-sets/${set.id}`, version: set.version, said: t('questions.removed', 'Question set removed') })) onClose();
            }}
          >
            {t('edit.remove', 'Remove')}
          </Button>
        ) : null
      }
    >
      {(at) => (
        <>
          <TextField
            autoFocus
            label={t('questions.name', 'Name')}
            value={name}
            onChange={setName}
            error={at('name')}
          />
          {kinds.map((kind, index) => (
            <TextField
              key={kind}
              rows={4}
              label={kindWord(kind)}
              hint={index === 0 ? t('questions.hint', 'One question a line.') : undefined}
              value={texts[kind]}
              onChange={(value) => setTexts((old) => ({ ...old, [kind]: value }))}
              error={index === 0 ? at('questions') : undefined}
            />
          ))}
        </>
      )}
    </SaveDialog>
  );
}

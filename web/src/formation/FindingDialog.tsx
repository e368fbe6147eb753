import { useState } from 'react';
import { edit } from '@/api/edits';
import { SaveDialog } from '@/components/SaveDialog';
import { SegmentedControl } from '@/components/SegmentedControl';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import type { Finding, FindingKind } from './queries';
import { kinds, kindWord } from './words';

/** What goes on from the talks: without names. */
export function FindingDialog({ finding, kind: first = 'value', onClose }: { finding: Finding | null; kind?: FindingKind; onClose: () => void }) {
  const { id: alliance } = useAlliance();
  const [kind, setKind] = useState<FindingKind>(finding?.kind ?? first);
  const [text, setText] = useState(finding?.text ?? '');
  const [words, setWords] = useState(finding?.words ?? '');
  const body = { kind, text: text.trim(), words };
  return (
    <SaveDialog
      title={finding ? t('finding.edit', 'Change the finding') : t('finding.new', 'New finding')}
      act={finding ? t('edit.save', 'Save') : t('finding.share', 'Share with everybody')}
      fields={['text', 'words']}
      check={() => missing({ text: [text, t('finding.needText', 'Say what you found.')] })}
      save={() =>
        finding
          ? edit({ method: 'PATCH', path: `/findings/${finding.id}`, version: finding.version, body, said: t('finding.changed', 'Finding changed') })
          : edit({ method: 'POST', path: `/alliances/${alliance}/findings`, body, said: t('finding.shared', 'Finding shared') })
      }
      onClose={onClose}
    >
      {(at) => (
        <>
          <p className="soft">
            {t('finding.rule', 'Everybody in the alliance reads it. Write it so that nobody can tell who said it, and share when several talks are done.')}
          </p>
          <SegmentedControl label={t('finding.kind', 'What is it about?')} segments={kinds.map((id) => ({ id, label: kindWord(id) }))} value={kind} onChange={setKind} />
          <TextField autoFocus rows={4} label={t('finding.text', 'What did you find?')} value={text} onChange={setText} error={at('text')} />
          <TextField optional label={t('finding.words', 'Theme words')} hint={t('finding.wordsHint', 'With commas between: speed, sites')} value={words} onChange={setWords} error={at('words')} />
        </>
      )}
    </SaveDialog>
  );
}

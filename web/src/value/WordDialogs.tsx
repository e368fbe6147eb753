import { useState } from 'react';
import { edit } from '@/api/edits';
import { SaveDialog } from '@/components/SaveDialog';
import { SegmentedControl } from '@/components/SegmentedControl';
import { TextField } from '@/components/TextField';
import { missing } from '@/components/wrong';
import { t } from '@/i18n/t';
import type { Benefit, Hope, Outcome } from './queries';
import { exactMoney, outcomes, outcomeWord } from './words';

/** The own word on a hope of the other side. */
export function HopeWordDialog({ hope, onClose }: { hope: Hope; onClose: () => void }) {
  const mine = hope.words.find((word) => word.mine && !word.outdated);
  const [outcome, setOutcome] = useState<Outcome>(mine?.outcome ?? 'came_true');
  const [text, setText] = useState(mine?.text ?? '');
  return (
    <SaveDialog
      title={t('hope.question', 'Did it come true?')}
      act={t('word.say', 'Say it')}
      fields={['outcome', 'text']}
      save={() => edit({ method: 'PUT', path: `/hopes/${hope.id}/word`, version: hope.version, body: { outcome, text: text.trim() }, said: t('word.said', 'Said') })}
      onClose={onClose}
    >
      {(at) => (
        <>
          <p className="value-quote">{hope.text}</p>
          <SegmentedControl label={t('hope.outcome', 'What came of it')} segments={outcomes.map((id) => ({ id, label: outcomeWord(id) }))} value={outcome} onChange={setOutcome} />
          <TextField optional rows={3} label={t('hope.why', 'How do you see it?')} value={text} onChange={setText} error={at('text') ?? at('outcome')} />
        </>
      )}
    </SaveDialog>
  );
}

/** The own word on a claim of the other side. */
export function BenefitWordDialog({ benefit, onClose }: { benefit: Benefit; onClose: () => void }) {
  const mine = benefit.words.find((word) => word.mine && !word.outdated);
  const [verdict, setVerdict] = useState<'confirmed' | 'disputed'>(mine?.verdict ?? 'confirmed');
  const [note, setNote] = useState(mine?.note ?? '');
  const disputes = verdict === 'disputed';
  return (
    <SaveDialog
      title={t('benefit.question', 'Does your finance confirm it?')}
      act={disputes ? t('keys.disputeAct', 'Dispute') : t('benefit.confirm', 'Confirm')}
      fields={['verdict', 'note']}
      check={() => (disputes ? missing({ note: [note, t('benefit.needNote', 'Say what you see otherwise.')] }) : {})}
      save={() =>
        edit({ method: 'PUT', path: `/benefits/${benefit.id}/word`, version: benefit.version, body: { verdict, note: note.trim() }, said: disputes ? t('benefit.saidDisputed', 'Disputed') : t('benefit.saidConfirmed', 'Confirmed') })
      }
      onClose={onClose}
    >
      {(at) => (
        <>
          <div className="value-quote">
            <p>{benefit.title}</p>
            {benefit.amounts.map((one) => (
              <p key={`${one.party}${one.currency}`} className="small">
                {exactMoney(one.amount, one.currency)} {t('benefit.for', 'for {party}', { party: one.party_name })}
              </p>
            ))}
          </div>
          <SegmentedControl
            label={t('benefit.verdict', 'Your word')}
            segments={[
              { id: 'confirmed', label: t('benefit.confirm', 'Confirm') },
              { id: 'disputed', label: t('keys.disputeAct', 'Dispute') },
            ]}
            value={verdict}
            onChange={setVerdict}
          />
          <TextField
            rows={3}
            optional={!disputes}
            label={disputes ? t('benefit.needNote', 'Say what you see otherwise.') : t('benefit.note', 'Note, such as who checked it')}
            value={note}
            onChange={setNote}
            error={at('note') ?? at('verdict')}
          />
        </>
      )}
    </SaveDialog>
  );
}

import { useState } from 'react';
import { edit } from '@/api/edits';
import { ActDialog } from '@/components/ActDialog';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { type PutUp, type Verdict, verdictWords } from './queries';

/** One of the three answers, with its reason. */
export function DecideDialog({ item, verdict, onClose }: { item: PutUp; verdict: Verdict; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const text = {
    renegotiate: t('review.renegotiateText', 'Target or definition is to be agreed on anew; change them in the draft. It is put up again in 90 days.'),
    keep: t('review.keepText', 'It stays as it is, and rests for a year before it is put up again.'),
    drop: t('review.dropText', 'It retires today in the working draft. A charter in force keeps it until the partners ratify the next version.'),
  }[verdict];
  return (
    <ActDialog
      title={`${verdictWords()[verdict]}: ${item.code} ${item.name}`}
      act={verdictWords()[verdict]}
      danger={verdict === 'drop'}
      fields={['reason']}
      ready={reason.trim() !== ''}
      onClose={onClose}
      onSubmit={() =>
        edit({
          method: 'POST',
          path: `/measures/${item.measure}/reviews`,
          body: { verdict, reason: reason.trim() },
          said: t('review.decided', '{code}: {verdict}', { code: item.code, verdict: verdictWords()[verdict].toLowerCase() }),
        })
      }
    >
      {(field) => (
        <>
          <p className="soft">{text}</p>
          <TextField autoFocus rows={3} label={t('review.reason', 'Why?')} value={reason} onChange={setReason} error={field('reason')} isRequired />
        </>
      )}
    </ActDialog>
  );
}

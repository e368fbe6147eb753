import { useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import type { Entry } from './useEntry';

/** Stands at the foot while values are typed: how many, the reason of a correction, save or give up. */
export function EntryBar({ entry }: { entry: Entry }) {
  const reason = useRef<HTMLInputElement>(null);
  const count = entry.drafts.size;
  const wrong = [...entry.drafts.values()].filter((draft) => draft.error).length;
  useEffect(() => {
    if (entry.askReason) reason.current?.focus();
  }, [entry.askReason]);
  if (count === 0) return null;
  return (
    <div className="entry-bar" role="group" aria-label={t('entry.bar', 'Typed values')}>
      <span className="entry-count">
        {t('entry.ready', '{n} {n|value|values} typed', { n: count })}
        {wrong ? <span className="field-error"> {t('entry.wrong', '{n} to put right', { n: wrong })}</span> : null}
      </span>
      {entry.needsReason || entry.askReason ? (
        <label className="entry-reason">
          <span>{t('entry.reason', 'Why the change?')}</span>
          <input
            ref={reason}
            className="input"
            value={entry.reason}
            placeholder={t('entry.reasonLike', 'such as: counted again')}
            onChange={(event) => entry.setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void entry.save();
              if (event.key === 'Escape') entry.clear();
            }}
          />
        </label>
      ) : (
        <span className="soft small">{t('entry.keys', 'Enter saves, Tab goes on, Esc gives up')}</span>
      )}
      <span className="push" />
      <Button size="s" onPress={entry.clear}>
        {t('dialog.cancel', 'Cancel')}
      </Button>
      <Button size="s" look="primary" isPending={entry.busy} onPress={() => void entry.save()}>
        {t('entry.save', 'Save')}
      </Button>
    </div>
  );
}

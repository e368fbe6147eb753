import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import type { Entry } from './useEntry';

/** Stands at the foot while values are typed: how many, the reason of a correction, save or give up. */
export function EntryBar({ entry }: { entry: Entry }) {
  const reason = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const asksNote = entry.askNote.size > 0;
  const count = entry.drafts.size;
  const wrong = [...entry.drafts.values()].filter((draft) => draft.error).length;
  useEffect(() => {
    if (entry.askReason) reason.current?.focus();
  }, [entry.askReason]);
  useEffect(() => {
    if (asksNote) note.current?.focus();
  }, [asksNote]);
  if (count === 0) return null;
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void entry.save();
    if (event.key === 'Escape') entry.clear();
  };
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
            onKeyDown={keys}
          />
        </label>
      ) : null}
      {asksNote ? (
        <div className="entry-reason">
          <label htmlFor={noteId}>{t('entry.note', 'Note')}</label>
          <span className="entry-note">
            <input
              ref={note}
              id={noteId}
              className="input"
              aria-invalid={!entry.note.trim()}
              aria-describedby={`${noteId}-why`}
              value={entry.note}
              onChange={(event) => entry.setNote(event.target.value)}
              onKeyDown={keys}
            />
            <span id={`${noteId}-why`} role="alert" className="field-error">
              {[...entry.askNote.values()][0]}
            </span>
          </span>
        </div>
      ) : null}
      {entry.needsReason || entry.askReason || asksNote ? null : (
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

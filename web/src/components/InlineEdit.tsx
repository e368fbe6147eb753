import './InlineEdit.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { words } from '@/api/edits';
import { t } from '@/i18n/t';
import { Icon } from './Icon';

type InlineEditProps = {
  label: string;
  value: string;
  /** Saves the new text; what it throws is shown at the field. */
  onSave: (text: string) => Promise<unknown>;
  canEdit: boolean;
  multiline?: boolean;
  placeholder?: string;
  className?: string;
};

/** Text that turns into a field when it is clicked. Enter saves, Esc gives up; leaving the field saves too. */
export function InlineEdit({ label, value, onSave, canEdit, multiline, placeholder, className = '' }: InlineEditProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState('');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const editing = draft !== null;
  const saving = useRef(false);

  useEffect(() => {
    if (editing) field.current?.select();
  }, [editing]);

  async function save() {
    if (draft === null || saving.current) return;
    if (draft.trim() === value.trim()) return close();
    saving.current = true;
    try {
      await onSave(draft.trim());
      close();
    } catch (reason) {
      setError(words(reason));
    } finally {
      saving.current = false;
    }
  }

  function close() {
    setDraft(null);
    setError('');
    requestAnimationFrame(() => button.current?.focus());
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  }

  if (!canEdit) return value ? <span className={className}>{value}</span> : null;
  if (draft === null)
    return (
      <button
        ref={button}
        type="button"
        className={`inline-edit ${className}`}
        aria-label={t('inline.edit', '{label}: {value}. Edit', { label, value: value || t('inline.empty', 'empty') })}
        onClick={() => setDraft(value)}
      >
        {value || <span className="faint">{placeholder ?? label}</span>}
        <Icon name="edit" size={14} />
      </button>
    );
  const shared = {
    ref: field,
    value: draft,
    className: `inline-field ${className}`,
    'aria-label': label,
    'aria-invalid': Boolean(error),
    placeholder,
    onBlur: () => void save(),
    onKeyDown: keys,
  };
  return (
    <span className="inline-wrap">
      {multiline ? (
        <textarea
          {...shared}
          rows={Math.max(3, draft.split('\n').length)}
          onChange={(event) => setDraft(event.target.value)}
        />
      ) : (
        <input {...shared} onChange={(event) => setDraft(event.target.value)} />
      )}
      {error && (
        <span role="alert" className="field-error">
          {error}
        </span>
      )}
    </span>
  );
}

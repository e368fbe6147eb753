import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { words } from '@/api/edits';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import { complete, mentionAt, toStored, toTyped } from './mention';
import { addresseesQuery } from './queries';
import type { About, Addressee, Person } from './types';

type BoxProps = {
  slug: string;
  about: About;
  label: string;
  /** As it is stored; for editing. */
  text?: string;
  people?: readonly Person[];
  send: string;
  onSend: (text: string) => Promise<unknown>;
  onCancel?: () => void;
  autoFocus?: boolean;
};

/** A field for a comment. "@" offers whoever can read it here; the arrow keys choose, Enter takes, Ctrl Enter sends. */
export function CommentBox({ slug, about, label, text = '', people = [], send, onSend, onCancel, autoFocus }: BoxProps) {
  const [typed, setTyped] = useState(() => toTyped(text, people));
  const [chosen, setChosen] = useState<readonly Person[]>(people);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(-1);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const naming = mentionAt(typed, caret);
  const finished = naming && chosen.some((one) => one.name === naming.word.trim());
  const { data = [] } = useQuery({
    ...addresseesQuery(slug, about, naming?.word ?? ''),
    enabled: naming !== null && !finished,
  });
  const offered = naming && !finished && naming.start !== closed ? data.slice(0, 8) : [];
  const here = Math.min(at, offered.length - 1);

  function take(person: Addressee | undefined) {
    if (!person || !naming) return;
    const done = complete(typed, caret, naming.start, person.name);
    setTyped(done.text);
    setCaret(done.caret);
    setChosen([...chosen.filter((one) => one.name !== person.name), { id: person.id, name: person.name }]);
    setAt(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(done.caret, done.caret);
    });
  }

  async function submit() {
    if (!typed.trim() || busy) return;
    setBusy(true);
    setProblem('');
    try {
      await onSend(toStored(typed, chosen));
      setTyped('');
      setCaret(0);
      setChosen([]);
    } catch (error) {
      setProblem(words(error));
    } finally {
      setBusy(false);
    }
  }

  function keys(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offered.length && step) setAt((here + step + offered.length) % offered.length);
    else if (offered.length && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey)
      take(offered[here]);
    else if (offered.length && event.key === 'Escape' && naming) setClosed(naming.start);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
    else if (event.key === 'Escape' && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="comment-box">
      <textarea
        ref={field}
        value={typed}
        rows={onCancel || typed ? 3 : 1}
        maxLength={8000}
        // biome-ignore lint/a11y/noAutofocus: the field opens because somebody asked for it
        autoFocus={autoFocus}
        placeholder={label}
        aria-label={label}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-autocomplete="list"
        aria-controls={offered.length ? `${id}-list` : undefined}
        aria-activedescendant={offered.length ? `${id}-${here}` : undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
          setClosed(-1);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={keys}
      />
      {offered.length > 0 && (
        <div className="mention-list" id={`${id}-list`} role="listbox" aria-label={t('comment.people', 'People who can read this')}>
          {offered.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              className="mention-item"
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
              onPointerMove={() => setAt(index)}
            >
              <span>{person.name}</span>
              <span className="small faint">{person.organisation}</span>
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-problem`} className="comment-problem small" role="alert">
        {problem}
      </p>
      <div className="row comment-box-foot" data-shown={typed || onCancel ? '' : undefined}>
        <Button look="primary" size="s" isDisabled={!typed.trim() || busy} onPress={() => void submit()}>
          {send}
        </Button>
        {onCancel && (
          <Button look="quiet" size="s" onPress={onCancel}>
            {t('cancel', 'Cancel')}
          </Button>
        )}
        <span id={`${id}-hint`} className="small faint push">
          {t('comment.hint', '@ names people, ** makes bold, Ctrl Enter sends')}
        </span>
      </div>
    </div>
  );
}

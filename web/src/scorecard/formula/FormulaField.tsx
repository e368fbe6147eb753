import './formula.css';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { FormulaAnswer } from '@/api/types';
import { t } from '@/i18n/t';
import { Choices, choiceId } from './Choices';
import { piecesOf, withChoice } from './colour';

type Answer = FormulaAnswer & { of: string; caret: number };
type FieldProps = {
  text: string;
  caret: number;
  answer: Answer | null;
  onChange: (text: string, caret: number) => void;
  onCaret: (caret: number) => void;
  error: string | undefined;
};

/**
 * A formula as it is written: coloured, with what is wrong underlined, and a list of what could stand at the caret.
 * Arrow keys choose, Enter or Tab takes, Esc closes the list, Ctrl and Space opens it.
 */
export function FormulaField({ text, caret, answer, onChange, onCaret, error }: FieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const ground = useRef<HTMLPreElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [anchor, setAnchor] = useState({ left: 0, top: 0 });
  const wanted = useRef<number | null>(null);

  const current = answer?.of === text ? answer : null;
  const candidates = current && current.caret === caret ? current.candidates : [];
  const listed = open && candidates.length > 0;
  const from = current?.replace_from ?? 0;
  const problems = current?.problems ?? [];
  // While something is being written at the caret, it is not yet wrong, nor is a parenthesis that is still open.
  const wrong = listed
    ? problems.filter((one) => one.code !== 'open_parenthesis' && one.offset + one.length < from)
    : problems;
  const chosen = Math.min(active, candidates.length - 1);

  // The text has changed under the caret: it is put where the choice ends.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows what is written
  useLayoutEffect(() => {
    const mark = ground.current?.querySelector<HTMLElement>('[data-anchor]');
    if (listed && mark && ground.current)
      setAnchor({
        left: Math.max(0, Math.min(mark.offsetLeft - 8, ground.current.clientWidth - 340)),
        top: mark.offsetTop + mark.offsetHeight + 2,
      });
  }, [listed, from, text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its first line
  useEffect(() => setActive(0), [answer]);

  function take(index: number) {
    const choice = candidates[index];
    if (!choice || !current) return;
    const made = withChoice(text, current.replace_from, current.replace_to, choice.insert);
    wanted.current = made.caret;
    setOpen(false);
    onChange(made.text, made.caret);
    field.current?.focus();
  }

  function keys(event: KeyboardEvent) {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (!listed) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((chosen + step + candidates.length) % candidates.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  return (
    <div className="field formula-field">
      <label className="field-label" htmlFor={id}>
        {t('formula.label', 'Formula')}
      </label>
      <div className="formula-box">
        <pre ref={ground} className="formula-text formula-ground" aria-hidden="true">
          {piecesOf(text, wrong, listed ? from : null).map((piece) => (
            <span
              key={piece.from}
              className={`formula-${piece.part}${piece.wrong ? ' is-wrong' : ''}`}
              data-anchor={listed && piece.from === from ? '' : undefined}
            >
              {piece.text}
            </span>
          ))}
          {listed && from >= text.length ? <span data-anchor="">{'​'}</span> : null}
          {'\n'}
        </pre>
        <textarea
          ref={field}
          id={id}
          className="formula-text formula-input"
          rows={2}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={t('formula.like', 'such as: A / (A + B)')}
          value={text}
          aria-invalid={Boolean(error) || wrong.length > 0}
          aria-describedby={`${id}said`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={listed ? `${id}list` : undefined}
          aria-activedescendant={listed ? choiceId(`${id}list`, chosen) : undefined}
          onChange={(event) => {
            const { value, selectionStart } = event.target;
            setOpen(/[\p{L}\p{N}_."[]/u.test(value.charAt(selectionStart - 1)));
            onChange(value, selectionStart);
          }}
          onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
          onKeyDown={keys}
          onBlur={() => setOpen(false)}
        />
        {listed ? (
          <Choices id={`${id}list`} candidates={candidates} chosen={chosen} onTake={take} style={anchor} />
        ) : null}
      </div>
      <div id={`${id}said`} className="formula-said" role="status">
        {wrong.map((one) => (
          <p key={`${one.offset}${one.code}`} className="field-error">
            {one.message}{' '}
            <span className="formula-place">
              {t('formula.place', 'line {line}, column {column}', { line: one.line, column: one.column })}
            </span>
            {one.suggestion ? (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  const made = withChoice(text, one.offset, one.offset + one.length, one.suggestion);
                  wanted.current = made.caret;
                  onChange(made.text, made.caret);
                  field.current?.focus();
                }}
              >
                {t('formula.instead', 'Write {code}', { code: one.suggestion })}
              </button>
            ) : null}
          </p>
        ))}
        {error && wrong.length === 0 ? <p className="field-error">{error}</p> : null}
        {wrong.length === 0 && !error && current?.signature ? (
          <p className="formula-signature">
            <code>{current.signature.text}</code> {current.signature.help}
          </p>
        ) : null}
      </div>
    </div>
  );
}

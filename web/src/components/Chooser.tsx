import './Popover.css';
import './Chooser.css';
import './InlineEdit.css';
import './SearchField.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { words } from '@/api/edits';
import { t } from '@/i18n/t';
import { Icon } from './Icon';
import type { Option } from './Select';

type ChooserProps = {
  /** What is chosen: "Theme leader". */
  label: string;
  /** The present choice in words; empty where there is none. */
  value: string;
  picture?: ReactNode;
  /** Shown instead of an empty value. */
  placeholder: string;
  canEdit: boolean;
  options: readonly Option[];
  /** Tells what is typed, where the options come from elsewhere; otherwise they are narrowed here. */
  onType?: (text: string) => void;
  isLoading?: boolean;
  onOpen?: () => void;
  /** Saves the choice, null for none; what it throws is shown in the list. */
  onChoose: (id: string | null) => Promise<unknown>;
  /** The line that takes the choice away: "Nobody". */
  none: string;
};

const noneKey = 'none';

/** A choice in place: the present one is a button; pressed, it opens a list that is searched by typing. */
export function Chooser(props: ChooserProps) {
  const { label, value, picture, placeholder, canEdit, none } = props;
  const [open, setOpen] = useState(false);
  const shown = value ? (
    <>
      {picture}
      {value}
    </>
  ) : (
    <span className="faint">{placeholder}</span>
  );
  if (!canEdit) return <span className="chooser-shown">{shown}</span>;
  return (
    <DialogTrigger
      isOpen={open}
      onOpenChange={(opens) => {
        if (opens) props.onOpen?.();
        setOpen(opens);
      }}
    >
      <Button
        className="inline-edit chooser-button"
        aria-label={t('chooser.button', '{label}: {value}. Change', { label, value: value || placeholder })}
      >
        {shown}
        <Icon name="chevron" size={14} />
      </Button>
      <Popover className="popover chooser-popover" placement="bottom start" offset={4}>
        <Dialog aria-label={label} className="chooser">
          {open ? (
            <List {...props} none={value ? none : ''} onDone={() => setOpen(false)} />
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Letters without their accents, so that "jose" finds José. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function List({ label, options, onType, isLoading, onChoose, none, onDone }: ChooserProps & { onDone: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [error, setError] = useState('');
  const busy = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = onType ? options : options.filter((one) => plain(one.label).includes(plain(text.trim())));
  const items: Option[] = none && !text ? [{ id: noneKey, label: none }, ...found] : [...found];
  const chosen = Math.min(at, items.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  async function choose(item: Option | undefined) {
    if (!item || busy.current) return;
    busy.current = true;
    setError('');
    try {
      await onChoose(item.id === noneKey ? null : item.id);
      onDone();
    } catch (reason) {
      setError(words(reason));
    } finally {
      busy.current = false;
    }
  }

  function keys(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: items.length - 1 };
    const to = moves[event.key];
    if (to !== undefined && items.length) {
      event.preventDefault();
      setAt((to + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void choose(items[chosen]);
    }
  }

  return (
    <>
      <div className="search-field chooser-search">
        <Icon name="search" size={17} />
        <input
          className="input"
          // The box was opened to type into it.
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={items.length ? `${id}-${chosen}` : undefined}
          aria-invalid={error ? true : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('chooser.search', 'Type to search')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            onType?.(event.target.value);
          }}
          onKeyDown={keys}
        />
      </div>
      {error ? (
        <p role="alert" className="field-error chooser-error">
          {error}
        </p>
      ) : null}
      <div ref={list} id={id} role="listbox" aria-label={label} className="list chooser-list">
        {items.map((item, index) => (
          <div
            key={item.id}
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="list-item"
            data-focused={index === chosen ? '' : undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => void choose(item)}
          >
            {item.picture}
            <span className="list-text">
              <span>{item.label}</span>
              {item.note ? <span className="list-note">{item.note}</span> : null}
            </span>
          </div>
        ))}
      </div>
      {items.length === 0 ? (
        <p className="list-empty">
          {isLoading ? t('chooser.loading', 'Looking …') : t('combobox.none', 'Nothing matches')}
        </p>
      ) : null}
    </>
  );
}

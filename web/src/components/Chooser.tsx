import './Popover.css';
import './Chooser.css';
import './InlineEdit.css';
import './SearchField.css';
import { type ReactNode, useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { words } from '@/api/edits';
import { t } from '@/i18n/t';
import { Icon } from './Icon';
import { Choice, type Option } from './Select';

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

function List({ label, options, onType, isLoading, onChoose, none, onDone }: ChooserProps & { onDone: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const items = none && !text ? [{ id: noneKey, label: none }, ...options] : options;

  async function choose(id: string) {
    if (busy) return;
    setBusy(true);
    setError('');
    try {
      await onChoose(id === noneKey ? null : id);
      onDone();
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        onType?.(typed);
      }}
      {...(onType ? {} : { filter: contains })}
    >
      <SearchField autoFocus aria-label={label} className="search-field chooser-search">
        <Icon name="search" size={17} />
        <Input className="input" placeholder={t('chooser.search', 'Type to search')} />
      </SearchField>
      {error ? (
        <p role="alert" className="field-error chooser-error">
          {error}
        </p>
      ) : null}
      <ListBox
        className="list chooser-list"
        aria-label={label}
        aria-busy={busy}
        items={items}
        onAction={(key) => void choose(String(key))}
        renderEmptyState={() => (
          <p className="list-empty">
            {isLoading ? t('chooser.loading', 'Looking …') : t('combobox.none', 'Nothing matches')}
          </p>
        )}
      >
        {(option: Option) => <Choice option={option} />}
      </ListBox>
    </Autocomplete>
  );
}

import './Select.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { type FieldDress, FieldFoot, FieldLabel } from './Field';
import { useErrorOf } from './Form';
import { Icon } from './Icon';

export type Option<Key extends string = string> = { id: Key; label: string; note?: string; picture?: ReactNode };

type SelectProps<Key extends string> = FieldDress & {
  options: readonly Option<Key>[];
  value: Key | null;
  onChange: (value: Key) => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** Hides the label from sight, for filters above a list. */
  bare?: boolean;
  className?: string;
};

/** One of a few. For many, use ComboBox. */
export function Select<Key extends string>(props: SelectProps<Key>) {
  const { label, hint, optional, options, value, onChange, placeholder, isDisabled, bare, className } = props;
  const error = useErrorOf(value, props.error);
  return (
    <AriaSelect
      validationBehavior="aria"
      {...(bare ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => key !== null && onChange(key as Key)}
      {...(placeholder ? { placeholder } : {})}
      isDisabled={isDisabled ?? false}
      isInvalid={Boolean(error)}
      className={`field select ${bare ? 'select-bare' : ''} ${className ?? ''}`}
    >
      {!bare && <FieldLabel label={label} optional={optional ?? false} />}
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="chevron" size={16} />
      </Button>
      <FieldFoot hint={hint} error={error} />
      <Popover className="popover list-popover" offset={4}>
        <ListBox className="list" items={options}>
          {(option) => <Choice option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A line of a list in a popover. */
export function Choice({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="list-item">
      {option.picture}
      <span className="list-text">
        <span>{option.label}</span>
        {option.note && <span className="list-note">{option.note}</span>}
      </span>
      <span className="list-check">
        <Icon name="check" size={16} />
      </span>
    </ListBoxItem>
  );
}

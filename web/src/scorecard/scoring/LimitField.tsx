import { useEffect, useState } from 'react';
import { TextField } from '@/components/TextField';
import { readValue } from '../entry/value';

type LimitProps = {
  label: string;
  unit?: string;
  value: number;
  onChange: (value: number) => void;
  error?: string | undefined;
  optional?: boolean;
};

const numberIn = (text: string): number => {
  const read = text.trim() ? readValue(text) : { error: '' };
  return 'value' in read && typeof read.value === 'number' ? read.value : Number.NaN;
};

/** A number that is told while it is typed, so that the picture of the bands follows each key. Empty is NaN. */
export function LimitField({ label, unit, value, onChange, error, optional = false }: LimitProps) {
  const [text, setText] = useState(Number.isFinite(value) ? String(value) : '');
  const [left, setLeft] = useState(false);
  const read = text.trim() ? readValue(text) : null;
  const wrong = left && read && 'error' in read ? read.error : undefined;

  // Limits can be changed from outside: turning "more" into "less" swaps them.
  useEffect(() => {
    if (!Object.is(numberIn(text), value)) setText(Number.isFinite(value) ? String(value) : '');
  }, [value]);

  return (
    <TextField
      label={unit ? `${label}, ${unit}` : label}
      optional={optional}
      inputMode="decimal"
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(numberIn(typed));
      }}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      error={wrong ?? error}
    />
  );
}

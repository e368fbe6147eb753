import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { type TextFieldProps as AriaProps, TextField as AriaTextField } from 'react-aria-components/TextField';
import { t } from '@/i18n/t';
import { type FieldDress, FieldFoot, FieldLabel } from './Field';
import { useErrorOf } from './Form';
import { Icon } from './Icon';

export type TextFieldProps = Omit<AriaProps, 'children' | 'className'> &
  FieldDress & { placeholder?: string; rows?: number; className?: string };

/** One line of text, or several where `rows` is given. A password can be looked at. */
export function TextField({ label, hint, error: told, optional, placeholder, rows, className, ...rest }: TextFieldProps) {
  const error = useErrorOf(rest.value, told);
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className={`field ${className ?? ''}`}
    >
      <FieldLabel label={label} optional={optional ?? false} />
      {rows ? (
        <TextArea className="input" rows={rows} placeholder={placeholder} />
      ) : rest.type === 'password' ? (
        <div className="input-group">
          <Input className="input" placeholder={placeholder} {...(shown ? { type: 'text' } : {})} />
          <button
            type="button"
            className="button button-quiet button-s icon-button input-eye"
            aria-pressed={shown}
            aria-label={t('field.show', 'Show the password')}
            onClick={() => setShown(!shown)}
          >
            <Icon name="eye" size={18} />
          </button>
        </div>
      ) : (
        <Input className="input" placeholder={placeholder} />
      )}
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  );
}

import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { type TextFieldProps as AriaProps, TextField as AriaTextField } from 'react-aria-components/TextField';
import { type FieldDress, FieldFoot, FieldLabel } from './Field';
import { useErrorOf } from './Form';

export type TextFieldProps = Omit<AriaProps, 'children' | 'className'> &
  FieldDress & { placeholder?: string; rows?: number; className?: string };

/** One line of text, or several where `rows` is given. */
export function TextField({ label, hint, error: told, optional, placeholder, rows, className, ...rest }: TextFieldProps) {
  const error = useErrorOf(rest.value, told);
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
      ) : (
        <Input className="input" placeholder={placeholder} />
      )}
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  );
}

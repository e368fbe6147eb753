import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField, type NumberFieldProps as AriaProps } from 'react-aria-components/NumberField';
import { type FieldDress, FieldFoot, FieldLabel } from './Field';
import { useErrorOf } from './Form';

export type NumberFieldProps = Omit<AriaProps, 'children' | 'className'> &
  FieldDress & { unit?: string; placeholder?: string; className?: string };

/** A number as the person's locale writes it. Empty is NaN. */
export function NumberField({ label, hint, error: told, optional, unit, placeholder, className, ...rest }: NumberFieldProps) {
  const error = useErrorOf(rest.value, told);
  return (
    <AriaNumberField
      validationBehavior="aria"
      formatOptions={{ maximumFractionDigits: 6 }}
      {...rest}
      isInvalid={Boolean(error)}
      className={`field ${className ?? ''}`}
    >
      <FieldLabel label={label} optional={optional ?? false} />
      <Group className="input-group">
        <Input className="input number" placeholder={placeholder} />
        {unit && <span className="input-unit">{unit}</span>}
      </Group>
      <FieldFoot hint={hint} error={error} />
    </AriaNumberField>
  );
}

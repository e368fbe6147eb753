import './Field.css';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { t } from '@/i18n/t';

export type FieldDress = {
  label: string;
  /** A short help below the field. */
  hint?: ReactNode;
  /** What is wrong with the value, from the form or from the server. */
  error?: string | undefined;
  /** Says so beside the label; required fields carry no mark. */
  optional?: boolean;
};

export function FieldLabel({ label, optional }: Pick<FieldDress, 'label' | 'optional'>) {
  return (
    <Label className="field-label" data-optional={optional ? t('field.optional', 'optional') : undefined}>
      {label}
    </Label>
  );
}

export function FieldFoot({ hint, error }: Pick<FieldDress, 'hint' | 'error'>) {
  if (error)
    return (
      <Text slot="errorMessage" className="field-error">
        {error}
      </Text>
    );
  return hint ? (
    <Text slot="description" className="field-hint">
      {hint}
    </Text>
  ) : null;
}

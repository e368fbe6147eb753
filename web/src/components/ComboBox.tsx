import './Select.css';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { t } from '@/i18n/t';
import { type FieldDress, FieldFoot, FieldLabel } from './Field';
import { useErrorOf } from './Form';
import { Icon } from './Icon';
import { Choice, type Option } from './Select';

type ComboBoxProps = FieldDress & {
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** Tells what is typed, to fetch matching options. */
  onType?: (text: string) => void;
  placeholder?: string;
  className?: string;
};

/** One of many, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hint, optional, options, value, onChange, onType, placeholder, className } = props;
  const error = useErrorOf(value, props.error);
  return (
    <AriaComboBox
      validationBehavior="aria"
      defaultItems={options}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      {...(onType ? { onInputChange: onType } : {})}
      menuTrigger="focus"
      isInvalid={Boolean(error)}
      className={`field ${className ?? ''}`}
    >
      <FieldLabel label={label} optional={optional ?? false} />
      <Group className="input-group">
        <Input className="input" placeholder={placeholder} />
        <Button className="button button-quiet button-s icon-button" aria-label={t('combobox.open', 'Show choices')}>
          <Icon name="chevron" size={16} />
        </Button>
      </Group>
      <FieldFoot hint={hint} error={error} />
      <Popover className="popover list-popover" offset={4}>
        <ListBox
          className="list"
          items={options}
          renderEmptyState={() => <p className="list-empty">{t('combobox.none', 'Nothing matches')}</p>}
        >
          {(option: Option) => <Choice option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

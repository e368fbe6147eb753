import './SegmentedControl.css';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon, type IconName } from './Icon';

type Segment<Key extends string> = { id: Key; label: string; icon?: IconName };
type SegmentedProps<Key extends string> = {
  label: string;
  segments: readonly Segment<Key>[];
  value: Key;
  onChange: (value: Key) => void;
  size?: 's' | 'm';
};

/** Two to five ways of looking at the same thing; exactly one is on. */
export function SegmentedControl<Key extends string>({
  label,
  segments,
  value,
  onChange,
  size = 'm',
}: SegmentedProps<Key>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => key && onChange(key as Key)}
      className={`segments segments-${size}`}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className="segment">
          {segment.icon && <Icon name={segment.icon} size={17} />}
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

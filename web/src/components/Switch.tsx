import './Switch.css';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';

type SwitchProps = {
  children: string;
  isSelected: boolean;
  onChange: (on: boolean) => void;
  isDisabled?: boolean;
  note?: string;
};

/** Something that is on or off, and takes effect at once. */
export function Switch({ children, note, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="switch">
      <span className="switch-track" aria-hidden="true" />
      <span className="list-text">
        <span>{children}</span>
        {note && <span className="field-hint">{note}</span>}
      </span>
    </AriaSwitch>
  );
}

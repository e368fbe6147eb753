import './Popover.css';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';

type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  /** Spoken name of the popover. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  side?: 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'right';
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

/** A small box beside its button; Esc or a click outside closes it. */
export function Popover({ trigger, label, children, side = 'bottom', onOpenChange, className }: PopoverProps) {
  return (
    <DialogTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <AriaPopover className={`popover ${className ?? ''}`} placement={side} offset={6}>
        <Dialog className="popover-body" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

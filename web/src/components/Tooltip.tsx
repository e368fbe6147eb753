import './Tooltip.css';
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

/** A word or two on hover and on focus. Nothing that one must read belongs here. */
export function Tooltip({
  text,
  children,
  side = 'bottom',
}: {
  text: string;
  children: ReactElement;
  side?: 'bottom' | 'right' | 'top';
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" placement={side} offset={8}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

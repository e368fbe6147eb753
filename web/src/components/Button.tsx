import './Button.css';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button';
import { Icon, type IconName } from './Icon';

export type Look = 'primary' | 'plain' | 'quiet' | 'danger';
export type Size = 's' | 'm' | 'l';
type Dress = { look?: Look | undefined; size?: Size | undefined; icon?: IconName | undefined };

const dress = ({ look = 'plain', size = 'm' }: Dress, extra = '') => `button button-${look} button-${size} ${extra}`;

export type ButtonProps = Omit<AriaProps, 'className' | 'children'> &
  Dress & { children: ReactNode; className?: string; ref?: Ref<HTMLButtonElement> };

/**
 * One primary button a screen at most. While its act is under way it keeps the focus and does nothing. The library's own
 * pending state is not used: it announces the button's name, and of a button that went with its window an image without a name
 * stays on the page for seconds.
 */
export function Button({ look, size, icon, children, className, isPending, type, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(type ? { type: isPending && type === 'submit' ? 'button' : type } : {})}
      {...(onPress && !isPending ? { onPress } : {})}
      {...(isPending ? { 'aria-disabled': true, 'data-pending': '' } : {})}
      className={dress({ look, size }, className)}
    >
      {icon && <Icon name={icon} size={18} />}
      <span className="button-label">{children}</span>
    </AriaButton>
  );
}

export type IconButtonProps = Omit<AriaProps, 'className' | 'children'> &
  Dress & { icon: IconName; label: string; className?: string; hint?: boolean; ref?: Ref<HTMLButtonElement> };

/** A button of a picture only; its label is spoken, and shown on hover and on focus. */
export function IconButton({ look = 'quiet', size, icon, label, className, hint = true, ...rest }: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      data-hint={hint ? label : undefined}
      className={dress({ look, size }, `icon-button ${className ?? ''}`)}
    >
      <Icon name={icon} size={size === 's' ? 16 : 20} />
    </AriaButton>
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & Dress & { ref?: Ref<HTMLAnchorElement> };

function Anchor({ look, size, icon, children, className, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={dress({ look, size }, className)}>
      {icon && <Icon name={icon} size={18} />}
      <span className="button-label">{children}</span>
    </a>
  );
}

/** A link within the program that looks like a button. */
export const ButtonLink = createLink(Anchor);

/** A link to a file or another place that looks like a button. */
export const ButtonAnchor = Anchor;

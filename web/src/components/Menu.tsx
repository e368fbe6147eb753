import './Popover.css';
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaSection,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { t } from '@/i18n/t';
import { Icon, type IconName } from './Icon';

type MenuProps = {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  side?: 'bottom start' | 'bottom end' | 'right' | 'top';
  /** Called when it opens: for what is fetched only then. */
  onOpen?: () => void;
};

/** A button and its list of acts. */
export function Menu({ trigger, label, children, side = 'bottom end', onOpen }: MenuProps) {
  return (
    <MenuTrigger onOpenChange={(open) => open && onOpen?.()}>
      {trigger}
      <Popover className="popover" placement={side} offset={6}>
        <AriaMenu className="list" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

type ItemProps = {
  children: string;
  icon?: IconName;
  note?: string;
  onAction?: () => void;
  /** A file or another place; opened by the browser. */
  href?: string;
  download?: string;
  danger?: boolean;
  isDisabled?: boolean;
  /** Where one is already: marked with a tick. */
  current?: boolean;
};

export function MenuItem({ children, icon, note, danger, current, ...rest }: ItemProps) {
  return (
    <AriaMenuItem {...rest} textValue={children} className={`list-item ${danger ? 'list-item-danger' : ''}`}>
      {icon && <Icon name={icon} size={18} />}
      <span className="list-text">
        <span>{children}</span>
        {note && <span className="list-note">{note}</span>}
        {current && <span className="visually-hidden">{t('menu.current', 'open now')}</span>}
      </span>
      {current && <Icon name="check" size={16} />}
    </AriaMenuItem>
  );
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaSection>
      <Header className="list-section">{title}</Header>
      {children}
    </AriaSection>
  );
}

type ChoicesProps = {
  title: string;
  options: readonly { id: string; label: string }[];
  value: string;
  onChange: (id: string) => void;
};

/** One of a few under a heading; the tick stands at what holds. */
export function MenuChoices({ title, options, value, onChange }: ChoicesProps) {
  return (
    <AriaSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys === 'all' ? [] : [...keys];
        if (chosen !== undefined && chosen !== value) onChange(String(chosen));
      }}
    >
      <Header className="list-section">{title}</Header>
      {options.map(({ id, label }) => (
        <AriaMenuItem key={id} id={id} textValue={label} className="list-item">
          <span className="list-text">{label}</span>
          <span className="list-check">
            <Icon name="check" size={16} />
          </span>
        </AriaMenuItem>
      ))}
    </AriaSection>
  );
}

export function MenuLine() {
  return <Separator className="list-line" />;
}

import './Dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { t } from '@/i18n/t';
import { IconButton } from './Button';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at the foot, the main one last. */
  foot?: ReactNode;
  width?: 's' | 'm' | 'l';
};

/** A window over the page, for something that must be finished or left. On a phone it fills the foot of the screen. */
export function Dialog({ title, isOpen, onClose, children, foot, width = 's' }: DialogProps) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={`dialog dialog-${width}`}>
        <AriaDialog className="dialog-box">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={t('dialog.close', 'Close')} hint={false} onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

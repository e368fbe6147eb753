import './Dialog.css';
import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { t } from '@/i18n/t';
import { Button, IconButton } from './Button';
import { useUnsaved } from './unsaved';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at the foot, the main one last. */
  foot?: ReactNode;
  width?: 's' | 'm' | 'l';
};

/**
 * A window over the page, for something that must be finished or left. On a phone it fills the foot of the screen. Esc, the
 * cross and a press beside it leave; where text would be lost, they ask first.
 */
export function Dialog({ title, isOpen, onClose, children, foot, width = 's' }: DialogProps) {
  const [asking, setAsking] = useState(false);
  const unsaved = useUnsaved();

  function leave() {
    if (asking) return stay();
    if (unsaved.changed()) setAsking(true);
    else onClose();
  }
  function stay() {
    setAsking(false);
    unsaved.changed()?.focus();
  }

  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && leave()} isDismissable>
      <Modal className={`dialog dialog-${width}`}>
        <AriaDialog className="dialog-box">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={t('dialog.close', 'Close')} hint={false} onPress={leave} />
          </div>
          <div className="dialog-body" onFocus={unsaved.entered}>
            {children}
          </div>
          {asking ? (
            // A foot of its own: were its buttons made into the usual ones, the press of "Keep writing" would end on "Save".
            <div key="ask" className="dialog-foot dialog-ask">
              <p role="alert">{t('dialog.unsaved', 'What you typed is not saved.')}</p>
              <Button onPress={onClose}>{t('dialog.discard', 'Discard it')}</Button>
              <Button look="primary" autoFocus onPress={stay}>
                {t('dialog.stay', 'Keep writing')}
              </Button>
            </div>
          ) : (
            foot && <div className="dialog-foot">{foot}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

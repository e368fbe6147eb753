import { type ReactNode, useState } from 'react';
import { words } from '@/api/edits';
import { t } from '@/i18n/t';
import { Button } from './Button';
import { Dialog } from './Dialog';

type ConfirmProps = {
  title: string;
  children: ReactNode;
  /** What the button does: "Remove Anna", never "OK". */
  act: string;
  danger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void | Promise<unknown>;
};

/** For acts that cannot be undone. What can be undone is done at once, with Undo offered instead. */
export function ConfirmDialog({ title, children, act, danger, isOpen, onClose, onConfirm }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  async function confirm() {
    setBusy(true);
    setError('');
    try {
      await onConfirm();
      onClose();
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }
  const foot = (
    <>
      <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
      <Button look={danger ? 'danger' : 'primary'} onPress={confirm} isPending={busy}>
        {act}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} foot={foot}>
      <div className="soft">{children}</div>
      {error && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </Dialog>
  );
}

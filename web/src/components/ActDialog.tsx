import { type ReactNode, useId, useState } from 'react';
import { ApiError } from '@/api/client';
import { words } from '@/api/edits';
import { t } from '@/i18n/t';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Form } from './Form';

type ActDialogProps = {
  title: string;
  act: string;
  danger?: boolean;
  width?: 's' | 'm' | 'l';
  ready?: boolean;
  onClose: () => void;
  onSubmit: () => Promise<unknown>;
  /** The fields that the window has: what is wrong elsewhere is said below them. */
  fields: readonly string[];
  children: (field: (path: string) => string | undefined) => ReactNode;
};

/** A window with one act: its fields, and what was wrong with them. */
export function ActDialog({ title, act, danger, width = 's', ready = true, onClose, onSubmit, fields: known, children }: ActDialogProps) {
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const fields = error instanceof ApiError ? error.fields : [];
  async function submit() {
    setBusy(true);
    setError(null);
    try {
      await onSubmit();
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }
  const elsewhere = fields.filter((field) => !known.includes(field.path));
  return (
    <Dialog
      title={title}
      isOpen
      width={width}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" form={id} look={danger ? 'danger' : 'primary'} isPending={busy} isDisabled={!ready}>
            {act}
          </Button>
        </>
      }
    >
      <Form id={id} onSubmit={() => void submit()} className="stack">
        {children((path) => fields.find((field) => field.path === path)?.message)}
        {error !== null && (fields.length === 0 || elsewhere.length > 0) && (
          <div role="alert" className="field-error">
            {elsewhere.length > 0 ? elsewhere.map((field) => <p key={field.message}>{field.message}</p>) : words(error)}
          </div>
        )}
      </Form>
    </Dialog>
  );
}

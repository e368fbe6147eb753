import { type ReactNode, useId, useState } from 'react';
import { t } from '@/i18n/t';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Form } from './Form';
import { refusal, useWrong, type Wrong } from './wrong';

type SaveDialogProps = {
  title: string;
  /** What the main button does: "Add the card". */
  act: string;
  width?: 's' | 'm' | 'l';
  /** The fields that the form shows, by their paths in the answers of the server. */
  fields: readonly string[];
  /** What is wrong before anything is sent. */
  check?: () => Wrong;
  save: () => Promise<unknown>;
  onClose: () => void;
  /** Further acts at the left of the foot. */
  acts?: ReactNode;
  children: (at: (path: string) => string | undefined) => ReactNode;
};

/** A window with a form that shows what is wrong at its fields. */
export function SaveDialog(props: SaveDialogProps) {
  const { title, act, width = 'm', fields, check, save, onClose, acts, children } = props;
  const form = useId();
  const wrong = useWrong();
  const [busy, setBusy] = useState(false);
  async function submit() {
    if (!wrong.accept(check?.() ?? {})) return;
    setBusy(true);
    try {
      await save();
      onClose();
    } catch (error) {
      wrong.accept(refusal(error, fields));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      isOpen
      title={title}
      width={width}
      onClose={onClose}
      foot={
        <>
          {acts}
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button type="submit" form={form} look="primary" isPending={busy}>
            {act}
          </Button>
        </>
      }
    >
      <Form id={form} className="stack" onSubmit={() => void submit()}>
        {children(wrong.at)}
        {wrong.rest && (
          <p role="alert" className="field-error">
            {wrong.rest}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

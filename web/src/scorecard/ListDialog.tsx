import './list-dialog.css';
import { type ReactNode, useId } from 'react';
import { Button, IconButton } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form } from '@/components/Form';
import { t } from '@/i18n/t';

type ListDialogProps = {
  title: string;
  /** What an empty list says. */
  empty: string;
  add: { label: string; onPress: () => void };
  error: string | undefined;
  busy: boolean;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode[];
};

/** A list that is edited as a whole: rows of fields, one to add, Save. */
export function ListDialog({ title, empty, add, error, busy, onClose, onSave, children }: ListDialogProps) {
  const form = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="l"
      title={title}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel', 'Cancel')}</Button>
          <Button look="primary" type="submit" form={form} isPending={busy}>
            {t('edit.save', 'Save')}
          </Button>
        </>
      }
    >
      <Form id={form} className="stack" onSubmit={onSave}>
      {children.length ? <ul className="list-rows">{children}</ul> : <p className="soft">{empty}</p>}
      <Button size="s" icon="plus" className="list-add" onPress={add.onPress}>
        {add.label}
      </Button>
      {error ? (
        <p role="alert" className="field-error">
          {error}
        </p>
      ) : null}
      </Form>
    </Dialog>
  );
}

/** One row of the list; `name` is for the spoken label of the button that removes it. */
export function ListRow({
  className,
  name,
  onRemove,
  children,
}: {
  className: string;
  name: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <li className={`list-row ${className}`}>
      {children}
      <IconButton icon="trash" label={t('list.remove', 'Remove {name}', { name })} onPress={onRemove} />
    </li>
  );
}

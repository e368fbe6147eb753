import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import { Form } from '@/components/Form';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';

type RowProps = {
  name: string;
  children: ReactNode;
  onRemove: () => unknown;
  onUp?: (() => unknown) | undefined;
  onDown?: (() => unknown) | undefined;
};

/** A line of the map's frame with its acts at the right. */
export function PartRow({ name, children, onRemove, onUp, onDown }: RowProps) {
  return (
    <li className="parts-row">
      <div className="parts-words">{children}</div>
      {onUp ? (
        <IconButton
          size="s"
          icon="up"
          label={t('parts.up', 'Move “{name}” up', { name })}
          onPress={() => void onUp()}
        />
      ) : null}
      {onDown ? (
        <IconButton
          size="s"
          icon="chevron"
          label={t('parts.down', 'Move “{name}” down', { name })}
          onPress={() => void onDown()}
        />
      ) : null}
      <IconButton
        size="s"
        icon="trash"
        label={t('parts.remove', 'Remove “{name}”', { name })}
        onPress={() => void onRemove()}
      />
    </li>
  );
}

/** A field for one more; Enter adds it and leaves the field ready for the next. */
export function AddLine({ label, onAdd }: { label: string; onAdd: (text: string) => Promise<unknown> }) {
  const [text, setText] = useState('');
  return (
    <li>
      <Form
        className="parts-add"
        onSubmit={async () => {
          if (text.trim() && (await onAdd(text.trim()))) setText('');
        }}
      >
        <TextField aria-label={label} label="" placeholder={label} value={text} onChange={setText} />
        <Button type="submit" icon="plus" isDisabled={!text.trim()}>
          {t('edit.add', 'Add')}
        </Button>
      </Form>
    </li>
  );
}

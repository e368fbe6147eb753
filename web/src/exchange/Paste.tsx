import { useState } from 'react';
import { Button } from '@/components/Button';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';

/** Cells copied from a spreadsheet. */
export function Paste({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <section className="card stack">
      <TextField
        label={t('import.paste', 'Or paste cells from a spreadsheet')}
        hint={t(
          'import.paste.hint',
          'Measure, period and value, one row each; with a heading row if there are more columns.',
        )}
        rows={5}
        value={text}
        onChange={setText}
        className="paste"
      />
      <div className="row create-acts">
        <Button isDisabled={text.trim() === ''} onPress={() => onText(text)}>
          {t('import.look', 'See what would change')}
        </Button>
      </div>
    </section>
  );
}

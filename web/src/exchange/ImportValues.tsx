import { useState } from 'react';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import type { Alliance, ImportPreview } from '@/api/types';
import { FileDrop } from '@/components/FileDrop';
import { Skeleton } from '@/components/Skeleton';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { csvOf } from './csv';
import { Paste } from './Paste';
import { Preview } from './Preview';
import { removeImport } from './sample';

/** Values and targets from a file or a spreadsheet. */
export function ImportValues({ alliance }: { alliance: Alliance }) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const path = `/alliances/${alliance.id}/imports/observations`;

  async function look(content: string, from: string) {
    setBusy(true);
    setError('');
    setName(from);
    try {
      const raw = { content: csvOf(content), type: 'text/csv' };
      setPreview(await call<ImportPreview>('POST', `${path}?commit=false`, { raw }));
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }

  async function commit() {
    if (!preview) return;
    setBusy(true);
    setError('');
    try {
      await call('POST', `${path}?commit=true&preview=${preview.id}`, {
        raw: { content: '', type: 'text/csv' },
      });
      apply({});
      const { id, new_values, changed } = preview;
      toast({
        text: t('import.done', '{n} values imported. This can be undone for 7 days.', { n: new_values + changed }),
        ...(id ? { undo: () => removeImport(id, t('import.undone', 'The import is undone')) } : {}),
      });
      setPreview(null);
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }

  if (preview)
    return (
      <Preview
        preview={preview}
        name={name}
        busy={busy}
        error={error}
        onCommit={commit}
        onBack={() => setPreview(null)}
      />
    );
  return (
    <div className="import">
      {error && (
        <p role="alert" className="notice">
          {error}
        </p>
      )}
      {busy ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <FileDrop
            label={t('import.drop', 'Drop a CSV file here')}
            button={t('import.choose', 'Choose a file')}
            accept={['text/csv', '.csv', 'text/plain']}
            onFile={async (file) => look(await file.text(), file.name)}
          >
            {t(
              'import.columns',
              'Columns: measure, period, series, value, state, note. Only the first two and the value are needed.',
            )}
          </FileDrop>
          <Paste onText={(text) => look(text, t('import.pasted', 'what was pasted'))} />
          <Example />
        </>
      )}
    </div>
  );
}

const example =
  'measure,period,series,value,state,note\nCO1.1,2009-Q3,actual,19.8,,\nLA4.1,2009-Q3,actual,,na,plant closed\nCO1.1,2010-Q1,target,15,,\n';

function Example() {
  const href = `data:text/csv;charset=utf-8,${encodeURIComponent(example)}`;
  return (
    <section className="import-example">
      <h2>{t('import.example', 'What a file looks like')}</h2>
      <pre>{example}</pre>
      <p className="small faint">
        {t(
          'import.example.text',
          'Codes are those on the scorecards. Series: actual, target, baseline, red or green. Periods: 2009, 2009-H2, 2009-Q3, 2009-09, 2009-W36, 2009-09-30.',
        )}{' '}
        <a href={href} download="example.csv">
          {t('import.example.file', 'Take this as a file')}
        </a>
      </p>
    </section>
  );
}

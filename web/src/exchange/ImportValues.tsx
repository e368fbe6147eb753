import { useState } from 'react';
import { call, type Options, query } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import type { Alliance, ImportPreview, SheetMapping, WorkbookView } from '@/api/types';
import { Button, ButtonLink } from '@/components/Button';
import { FileDrop } from '@/components/FileDrop';
import { Skeleton } from '@/components/Skeleton';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { csvOf } from './csv';
import { Paste } from './Paste';
import { Preview } from './Preview';
import { removeImport } from './sample';
import { SheetColumns } from './SheetColumns';
import { firstMapping, firstSheet, isWorkbook, workbookType } from './workbook';

type Book = { file: File; sheets: WorkbookView['sheets']; mapping: SheetMapping };

/** Values and targets from a file or a spreadsheet. */
export function ImportValues({ alliance }: { alliance: Alliance }) {
  const [book, setBook] = useState<Book | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ id: string | null; n: number } | null>(null);
  const path = `/alliances/${alliance.id}/imports/observations`;

  async function look(raw: Options['raw'], from: string, mapping?: SheetMapping) {
    setBusy(true);
    setError('');
    setName(from);
    try {
      const asked = query({ commit: 'false', mapping: mapping && JSON.stringify(mapping) });
      setPreview(await call<ImportPreview>('POST', path + asked, { raw }));
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }

  const lookAtText = (content: string, from: string) => look({ content: csvOf(content), type: 'text/csv' }, from);
  const lookAtSheet = ({ file, mapping }: Book) => look({ content: file, type: workbookType }, file.name, mapping);

  /** A workbook that is recognised shows at once what would change; the columns can be changed from there. */
  async function take(file: File) {
    if (!(await isWorkbook(file))) return lookAtText(await file.text(), file.name);
    setBusy(true);
    setError('');
    try {
      const raw = { content: file, type: workbookType };
      const { sheets } = await call<WorkbookView>('POST', `/alliances/${alliance.id}/imports/workbook`, { raw });
      const sheet = firstSheet(sheets);
      if (!sheet) return;
      const opened = { file, sheets, mapping: firstMapping(sheet) };
      setBook(opened);
      if (sheet.mapping) await lookAtSheet(opened);
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
      setBook(null);
      setDone({ id, n: new_values + changed });
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
        onBack={() => {
          setPreview(null);
          setBook(null);
        }}
        {...(book ? { onColumns: () => setPreview(null), sheet: book.mapping.sheet } : {})}
      />
    );
  if (done) return <Done alliance={alliance} {...done} onMore={() => setDone(null)} />;
  return (
    <div className="import">
      {error && (
        <p role="alert" className="notice">
          {error}
        </p>
      )}
      {book && !(busy && book.sheets.some((one) => one.mapping)) ? (
        <SheetColumns
          sheets={book.sheets}
          mapping={book.mapping}
          name={book.file.name}
          busy={busy}
          onChange={(mapping) => setBook({ ...book, mapping })}
          onLook={() => void lookAtSheet(book)}
          onBack={() => {
            setBook(null);
            setError('');
          }}
        />
      ) : busy ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <FileDrop
            label={t('import.dropValues', 'Drop an Excel or CSV file here')}
            button={t('import.choose', 'Choose a file')}
            accept={['text/csv', '.csv', 'text/plain', '.xlsx', workbookType]}
            onFile={(file) => void take(file)}
          >
            {t(
              'import.columnsOf',
              'In an Excel workbook you choose the sheet and the columns. A CSV file has the columns measure, period, series, value, state, reason and note; only measure, period and value are needed, and a correction needs its reason.',
            )}
          </FileDrop>
          <Paste onText={(text) => lookAtText(text, t('import.pasted', 'what was pasted'))} />
          <Example />
        </>
      )}
    </div>
  );
}

/** What came of it, where to see it, and the way back. */
function Done({
  alliance,
  id,
  n,
  onMore,
}: {
  alliance: Alliance;
  id: string | null;
  n: number;
  onMore: () => void;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <section className="card stack" aria-live="polite">
      <h2>{t('import.there', '{n} {n|value is|values are} in', { n })}</h2>
      <p className="soft">
        {t('import.there.text', 'The lights have followed. For seven days the whole import can be undone, here or under Activity.')}
      </p>
      <div className="row">
        <ButtonLink look="primary" icon="table" to="/a/$alliance/scorecards" params={{ alliance: alliance.slug }}>
          {t('import.look', 'See the scorecards')}
        </ButtonLink>
        <Button onPress={onMore}>{t('import.more', 'Import more')}</Button>
        {id ? (
          <Button
            icon="undo"
            isPending={busy}
            onPress={async () => {
              setBusy(true);
              await removeImport(id, t('import.undone', 'The import is undone'));
              onMore();
            }}
          >
            {t('import.undo', 'Undo the import')}
          </Button>
        ) : null}
      </div>
    </section>
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

import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { base } from '@/api/client';
import { undo } from '@/api/edits';
import type { RecordItem } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button, ButtonAnchor, IconButton } from '@/components/Button';
import { locale, t } from '@/i18n/t';
import { initials } from '@/shell/initials';
import { useNames } from './names';
import { raw, told } from './told';

const time = (at: string) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

/** How the act came, where it was not by a person at a screen. */
const channels = (): Partial<Record<RecordItem['channel'], string>> => ({
  api: t('act.api', 'by a program'),
  command_line: t('act.commandLine', 'at the command line'),
  system: t('act.system', 'by the server'),
});

/** One act as a sentence; opened, what changed and its proof. */
export function ActLine({ item }: { item: RecordItem }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <article className="act">
      <span className="act-face" aria-hidden="true">
        {initials(item.person)}
      </span>
      <div className="act-words">
        <p>
          <strong>{item.person}</strong>{' '}
          {item.link ? <Link to={item.link as '/'}>{item.sentence}</Link> : item.sentence}
        </p>
        <p className="small faint act-foot">
          {[time(item.at), item.organisation, channels()[item.channel]].filter(Boolean).join(' · ')}
          {item.space_name !== 'Shared' && <Badge>{item.space_name}</Badge>}
        </p>
        {open && <Details item={item} id={id} />}
      </div>
      <IconButton
        icon={open ? 'close' : 'more'}
        size="s"
        hint={false}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        label={open ? t('act.less', 'Hide the details') : t('act.details', 'Details of this act')}
        onPress={() => setOpen(!open)}
      />
    </article>
  );
}

function Details({ item, id }: { item: RecordItem; id: string }) {
  return (
    <div className="act-details" id={id}>
      {item.changes.length > 0 && <Changes changes={item.changes} />}
      <p className="small faint act-proof">
        {t('act.leaf', 'No. {leaf} in the record', { leaf: item.leaf })} · <code title={item.hash}>{item.hash.slice(0, 16)}…</code>
      </p>
      <div className="row">
        <ButtonAnchor
          href={`${base}/acts/${item.act}/receipt`}
          download={`receipt-${item.leaf}.json`}
          size="s"
          icon="download"
        >
          {t('act.receipt', 'Receipt')}
        </ButtonAnchor>
        {item.undoable && (
          <Button size="s" icon="undo" onPress={() => undo(item.act)}>
            {t('toasts.undo', 'Undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Changes({ changes }: Pick<RecordItem, 'changes'>) {
  const names = useNames();
  return (
    <>
      <table className="act-changes">
        <caption className="visually-hidden">{t('act.changes', 'What changed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('act.what', 'What')}</th>
            <th scope="col">{t('act.before', 'Before')}</th>
            <th scope="col">{t('act.after', 'After')}</th>
          </tr>
        </thead>
        <tbody>
          {told(changes, names).map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{before === null ? <span className="faint">–</span> : <del>{before}</del>}</td>
              <td>{after === null ? <span className="faint">–</span> : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="act-raw">
        <summary className="small">{t('act.raw', 'As it stands in the record')}</summary>
        <pre>{raw(changes)}</pre>
      </details>
    </>
  );
}

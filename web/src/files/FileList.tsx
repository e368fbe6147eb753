import './files.css';
import { useQuery } from '@tanstack/react-query';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { base } from '@/api/client';
import { tryEdit } from '@/api/edits';
import type { FileView } from '@/api/types';
import { Badge } from '@/components/Badge';
import { Button, IconButton } from '@/components/Button';
import { Icon, type IconName } from '@/components/Icon';
import type { About } from '@/discussion/types';
import { ago, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useNamed } from '@/shell/named';
import { filesQuery } from './queries';
import { size } from './size';
import { type Sending, useUploads } from './uploads';

export type FilesProps = {
  slug: string;
  about: About;
  /** A heading of its own; without, the place has one. */
  title?: string | null;
};

/** The files of one thing: to take, to drop more on, to remove. Follows the events of its alliance. */
export function FileList({ slug, about, title = t('files', 'Files') }: FilesProps) {
  const { data } = useQuery(filesQuery(slug, about));
  const { sending, add, tryAgain, forget } = useUploads(slug, about, data?.largest ?? 0);
  useNamed('file-', data !== undefined);
  if (!data || (!data.may_attach && data.items.length === 0)) return null;
  const label = title ?? t('files', 'Files');
  const list = (
    <>
      {data.items.length + sending.length > 0 && (
        <ul className="files-list" aria-label={label}>
          {sending.map((one) => (
            <li key={one.key}>
              <SendingLine one={one} onAgain={() => void tryAgain(one)} onForget={() => forget(one.key)} />
            </li>
          ))}
          {data.items.map((file) => (
            <li key={file.id} id={`file-${file.id}`}>
              <FileLine file={file} tellsPrivate={!data.is_private} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
  return (
    <section className="files" aria-label={label}>
      {title && (
        <div className="files-head">
          <h2>{title}</h2>
          {data.is_private && <Badge>{t('comment.private', 'Only your organisation')}</Badge>}
        </div>
      )}
      {data.may_attach ? (
        <DropZone
          className="files-drop"
          aria-label={t('files.drop', 'Drop files here')}
          onDrop={async ({ items }) => {
            const files = items.filter((one) => one.kind === 'file');
            void add(await Promise.all(files.map((one) => one.getFile())));
          }}
        >
          {list}
          <div className="files-add">
            <FileTrigger allowsMultiple onSelect={(files) => files && void add(Array.from(files))}>
              <Button size="s" icon="upload">
                {t('files.attach', 'Attach files')}
              </Button>
            </FileTrigger>
            <p className="small faint">
              {t('files.hint', 'Or drop them here: PDF, pictures, text and Office documents, up to {largest} each.', {
                largest: size(data.largest),
              })}
              {data.used > data.room * 0.5 &&
                ` ${t('files.used', '{used} of {room} are taken.', { used: size(data.used), room: size(data.room) })}`}
            </p>
          </div>
        </DropZone>
      ) : (
        list
      )}
    </section>
  );
}

const pictures: Partial<Record<FileView['kind'], IconName>> = {
  png: 'screen',
  jpeg: 'screen',
  gif: 'screen',
  webp: 'screen',
  csv: 'table',
  xlsx: 'table',
  ods: 'table',
};

function FileLine({ file, tellsPrivate }: { file: FileView; tellsPrivate: boolean }) {
  return (
    <div className="file">
      <Icon name={pictures[file.kind] ?? 'file'} size={20} />
      <div className="file-words">
        <a className="file-name" href={`${base}/files/${file.id}/content`} download={file.name}>
          {file.name}
        </a>
        <p className="small faint file-facts">
          <span>{file.kind_title}</span>
          <span className="number">{size(file.size)}</span>
          <span>
            {file.by}, {file.organisation}
          </span>
          <time dateTime={file.made_at} title={moment(file.made_at)}>
            {ago(file.made_at)}
          </time>
          {tellsPrivate && file.is_private && <Badge>{t('comment.private', 'Only your organisation')}</Badge>}
        </p>
      </div>
      {file.may_remove && (
        <IconButton
          icon="trash"
          size="s"
          label={t('files.remove', 'Remove {name}', { name: file.name })}
          onPress={() =>
            void tryEdit({
              method: 'DELETE',
              path: `/files/${file.id}`,
              version: file.version,
              said: t('files.removed', '{name} removed', { name: file.name }),
            })
          }
        />
      )}
    </div>
  );
}

function SendingLine({ one, onAgain, onForget }: { one: Sending; onAgain: () => void; onForget: () => void }) {
  const part = Math.round(one.part * 100);
  return (
    <div className="file" data-problem={one.problem ? '' : undefined}>
      <Icon name={one.problem ? 'info' : 'upload'} size={20} />
      <div className="file-words">
        <span className="file-name">{one.file.name}</span>
        {one.problem ? (
          <p className="small file-problem" role="alert">
            {one.problem}
          </p>
        ) : (
          <progress
            max={100}
            value={part}
            aria-label={t('files.sending', 'Sending {name}', { name: one.file.name })}
          />
        )}
      </div>
      {one.mayTryAgain && (
        <Button size="s" onPress={onAgain}>
          {t('files.again', 'Try again')}
        </Button>
      )}
      {one.problem && (
        <IconButton
          icon="close"
          size="s"
          label={t('files.forget', 'Leave {name} out', { name: one.file.name })}
          onPress={onForget}
        />
      )}
    </div>
  );
}

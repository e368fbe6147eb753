import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { edit, tryEdit } from '@/api/edits';
import { IconButton } from '@/components/Button';
import { ago, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures/mark';
import { initials } from '@/shell/initials';
import { CommentBox } from './CommentBox';
import { Markdown } from './markdown';
import { earlierQuery } from './queries';
import type { About, Comment } from './types';

type ItemProps = { slug: string; about: About; comment: Comment; mayEdit: boolean };

/** One comment: who, when, what; to its author also edit and remove. */
export function CommentItem({ slug, about, comment, mayEdit }: ItemProps) {
  const [editing, setEditing] = useState(false);
  const [earlier, setEarlier] = useState(false);
  const path = `/comments/${comment.id}`;
  return (
    <article className="comment" id={`comment-${comment.id}`} aria-label={t('comment.by', 'Comment by {name}', { name: comment.by.name })}>
      <span className="comment-face" aria-hidden="true">
        {initials(comment.by.name)}
      </span>
      <div className="comment-body">
        <p className="comment-head">
          <strong>{comment.by.name}</strong>
          {comment.by.mark_style ? (
            <PartnerMark
              mark={{ letter: comment.by.mark_letter, style: comment.by.mark_style }}
              name={comment.by.organisation}
              size={18}
            />
          ) : (
            <span className="small faint">{comment.by.organisation}</span>
          )}
          <time className="small faint" dateTime={comment.made_at} title={moment(comment.made_at)}>
            {ago(comment.made_at)}
          </time>
          {comment.edited_at && !comment.removed && (
            <button type="button" className="link-quiet small" aria-expanded={earlier} onClick={() => setEarlier(!earlier)}>
              {t('comment.edited', 'edited')}
            </button>
          )}
          {comment.mine && mayEdit && !comment.removed && !editing && (
            <span className="comment-acts push">
              <IconButton icon="edit" size="s" label={t('comment.edit', 'Edit this comment')} onPress={() => setEditing(true)} />
              <IconButton
                icon="trash"
                size="s"
                label={t('comment.remove', 'Remove this comment')}
                onPress={() =>
                  void tryEdit({
                    method: 'DELETE',
                    path,
                    version: comment.version,
                    said: t('comment.gone', 'Comment removed'),
                  })
                }
              />
            </span>
          )}
        </p>
        {comment.removed ? (
          <p className="faint comment-removed">{t('comment.removed', 'This comment was removed by its author.')}</p>
        ) : editing ? (
          <CommentBox
            slug={slug}
            about={about}
            autoFocus
            label={t('comment.edit', 'Edit this comment')}
            text={comment.text}
            people={comment.mentions}
            send={t('comment.save', 'Save')}
            onCancel={() => setEditing(false)}
            onSend={async (text) => {
              if (text !== comment.text)
                await edit({
                  method: 'PATCH',
                  path,
                  version: comment.version,
                  body: { text },
                  said: t('comment.changed', 'Comment changed'),
                });
              setEditing(false);
            }}
          />
        ) : (
          <div className="comment-text">
            <Markdown text={comment.text} people={comment.mentions} />
          </div>
        )}
        {earlier && <Earlier slug={slug} comment={comment} />}
      </div>
    </article>
  );
}

function Earlier({ slug, comment }: { slug: string; comment: Comment }) {
  const { data = [] } = useQuery(earlierQuery(slug, comment.id, comment.version));
  return (
    <ul className="comment-earlier small">
      {data.map((one) => (
        <li key={one.version}>
          <span className="faint">{t('comment.until', 'Until {moment}', { moment: moment(one.until) })}</span>
          <div className="comment-text soft">
            <Markdown text={one.text} people={comment.mentions} />
          </div>
        </li>
      ))}
    </ul>
  );
}

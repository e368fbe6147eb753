import './comments.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { edit, tryEdit } from '@/api/edits';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/Skeleton';
import { ago } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useNamed } from '@/shell/named';
import { CommentBox } from './CommentBox';
import { CommentItem } from './CommentItem';
import { commentsQuery } from './queries';
import type { About, Thread } from './types';

type CommentsProps = {
  slug: string;
  about: About;
  /** A heading of its own; without, the place has one. */
  title?: string | null;
};

/** What is said about one thing, and a field to say something. Follows the events of its alliance. */
export function Comments({ slug, about, title = t('comments', 'Comments') }: CommentsProps) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(commentsQuery(slug, about));
  const first = data?.pages[0];
  const threads = data?.pages.flatMap((page) => page.items) ?? [];
  useNamed('comment-', data !== undefined);
  if (error && !data) return null;
  const said = t('comment.said', 'Comment added');
  return (
    <section className="comments" aria-label={title ?? t('comments', 'Comments')}>
      {(title || first?.is_private) && (
        <div className="comments-head">
          {title && <h2>{title}</h2>}
          {first?.is_private && <Badge>{t('comment.private', 'Only your organisation')}</Badge>}
        </div>
      )}
      {!first ? (
        <Skeleton lines={2} />
      ) : (
        <>
          {first.may_comment && (
            <CommentBox
              slug={slug}
              about={about}
              label={t('comment.new', 'Say something about this')}
              send={t('comment.send', 'Comment')}
              onSend={(text) => edit({ method: 'POST', path: `/alliances/${slug}/comments`, body: { about, text }, said })}
            />
          )}
          {threads.length === 0 ? (
            <p className="comments-none soft">
              <Icon name="edit" size={18} />
              {first.may_comment && !first.is_private
                ? t('comments.none', 'Nobody has said anything yet. Ask, or say what you know: both sides read it here.')
                : t('comments.silent', 'Nobody has said anything yet.')}
            </p>
          ) : (
            <ol className="threads">
              {threads.map((thread) => (
                <li key={thread.id}>
                  <ThreadPart slug={slug} about={about} thread={thread} mayComment={first.may_comment} />
                </li>
              ))}
            </ol>
          )}
          {hasNextPage && (
            <Button look="quiet" onPress={() => void fetchNextPage()}>
              {t('comments.more', 'Earlier threads')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function ThreadPart({ slug, about, thread, mayComment }: { slug: string; about: About; thread: Thread; mayComment: boolean }) {
  const [open, setOpen] = useState(thread.resolved_at === null);
  const [replying, setReplying] = useState(false);
  const resolved = thread.resolved_at !== null;
  useEffect(() => setOpen(!resolved), [resolved]);
  const named = typeof location !== 'undefined' && location.hash.slice(9);
  const wanted = thread.id === named || thread.replies.some((one) => one.id === named);
  const shown = open || wanted;
  const set = (value: boolean) =>
    tryEdit({
      method: 'PATCH',
      path: `/comments/${thread.id}`,
      version: thread.version,
      body: { resolved: value },
      said: value ? t('comment.resolved', 'Resolved') : t('comment.reopened', 'Open again'),
    });
  return (
    <div className="thread card" data-resolved={resolved ? '' : undefined}>
      {resolved && (
        <p className="thread-resolved small">
          <Icon name="check" size={16} />
          {t('comment.resolvedBy', 'Resolved by {name}, {when}', {
            name: thread.resolved_by,
            when: ago(thread.resolved_at ?? ''),
          })}
          <button type="button" className="link-quiet small" aria-expanded={shown} onClick={() => setOpen(!open)}>
            {shown ? t('comment.hide', 'Hide') : t('comment.show', 'Show')}
          </button>
        </p>
      )}
      {shown && (
        <>
          <CommentItem slug={slug} about={about} comment={thread} mayEdit={mayComment} />
          {thread.replies.length > 0 && (
            <ol className="replies">
              {thread.replies.map((reply) => (
                <li key={reply.id}>
                  <CommentItem slug={slug} about={about} comment={reply} mayEdit={mayComment} />
                </li>
              ))}
            </ol>
          )}
          {mayComment &&
            (replying ? (
              <div className="replies">
                <CommentBox
                  slug={slug}
                  about={about}
                  autoFocus
                  label={t('comment.replyTo', 'Reply to {name}', { name: thread.by.name })}
                  send={t('comment.reply', 'Reply')}
                  onCancel={() => setReplying(false)}
                  onSend={async (text) => {
                    await edit({
                      method: 'POST',
                      path: `/alliances/${slug}/comments`,
                      body: { about, text, reply_to: thread.id },
                      said: t('comment.replied', 'Reply added'),
                    });
                    setReplying(false);
                  }}
                />
              </div>
            ) : (
              <div className="row thread-acts">
                <Button look="quiet" size="s" onPress={() => setReplying(true)}>
                  {t('comment.reply', 'Reply')}
                </Button>
                <Button look="quiet" size="s" icon={resolved ? 'undo' : 'check'} onPress={() => void set(!resolved)}>
                  {resolved ? t('comment.reopen', 'Open again') : t('comment.resolve', 'Resolve')}
                </Button>
              </div>
            ))}
        </>
      )}
    </div>
  );
}

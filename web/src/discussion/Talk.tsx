import { useState } from 'react';
import { t } from '@/i18n/t';
import { Comments } from './Comments';
import type { About } from './types';

type TalkProps = { slug: string; about: About; name: string };

/** Comments on one of many things in a list, folded; open at once for who follows a link to a comment. */
export function Talk({ slug, about, name }: TalkProps) {
  const [open, setOpen] = useState(typeof location !== 'undefined' && location.hash.startsWith('#comment-'));
  const label = open ? t('talk.hideOf', 'Hide the comments on “{name}”', { name }) : t('talk.of', 'Comments on “{name}”', { name });
  return (
    <>
      <button type="button" className="link-quiet small talk" aria-expanded={open} aria-label={label} onClick={() => setOpen(!open)}>
        {open ? t('talk.hide', 'Hide the comments') : t('comments', 'Comments')}
      </button>
      {open && <Comments slug={slug} about={about} title={null} />}
    </>
  );
}

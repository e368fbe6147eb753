import './talk.css';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { MapView } from '@/api/types';
import { Button } from '@/components/Button';
import { Panel } from '@/components/Panel';
import { Comments } from '@/discussion/Comments';
import type { About } from '@/discussion/types';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useLastNamed } from '@/shell/named';
import { useMapAddress } from '../address';
import { ArrowEnd } from './ArrowEnd';
import { linkWords, type Talked, talkedOf } from './talked';

type PanelProps = { map: MapView; slug: string; about: About; onClose: () => void };

/** What is said about a thing of the map, beside it. */
export function TalkPanel({ map, slug, about, onClose }: PanelProps) {
  const talked = talkedOf(map, about);
  // Another thing, or a link to another comment on it, shows its own anew.
  const key = about + useLastNamed('comment-');
  const body = useRef<HTMLDivElement>(null);
  // The button that opened it may have given way to it, as a panel's does; the keyboard goes on here, and there again after.
  useEffect(() => {
    if (isLost()) body.current?.focus({ preventScroll: true });
    return () => {
      if (isLost()) document.querySelector<HTMLElement>(`[data-talk="${CSS.escape(about)}"]`)?.focus();
    };
  }, [about]);
  return (
    <Panel label={talked?.name ?? t('comments', 'Comments')} onClose={onClose} head={<span className="talk-kind soft small">{talked && kindOf(talked)}</span>}>
      <div ref={body} className="talk-panel" tabIndex={-1} onKeyDown={keepWritten}>
        {talked ? (
          <>
            <Shown talked={talked} slug={slug} />
            <Comments key={key} slug={slug} about={about} title={null} />
          </>
        ) : (
          <Elsewhere />
        )}
      </div>
    </Panel>
  );
}

/** What kind of thing it is, and of a win whose. */
function kindOf(talked: Talked): ReactNode {
  if (talked.kind === 'perspective') return t('map.table.lane', 'Perspective');
  if (talked.kind === 'value') return t('talk.value', 'Shared value');
  if (talked.kind === 'theme') return t('map.table.theme', 'Theme');
  if (talked.kind === 'link') return t('talk.arrow', 'Arrow');
  return (
    <>
      <PartnerMark mark={talked.band.mark} size={20} /> {t('map.winsFor', 'Wins for {name}', { name: talked.band.name })}
    </>
  );
}

function Shown({ talked, slug }: { talked: Talked; slug: string }) {
  if (talked.kind === 'link')
    return (
      <div>
        <h2>
          <ArrowEnd card={talked.from} slug={slug} /> → <ArrowEnd card={talked.to} slug={slug} />
        </h2>
        <p className="soft small">{linkWords(talked.link)}</p>
      </div>
    );
  return (
    <div>
      <h2>{talked.name}</h2>
      {talked.kind === 'perspective' ? <p className="soft small">{talked.question}</p> : null}
    </div>
  );
}

/** Nobody writes about what is not seen: it may be new in the draft, or in the own side's view. */
function Elsewhere() {
  const { filters, go } = useMapAddress();
  return (
    <>
      <p className="soft">{t('talk.elsewhere', 'The map as it is shown here does not have it.')}</p>
      {filters.basis === 'draft' ? null : (
        <Button onPress={() => go({ basis: 'draft' })}>{t('talk.inDraft', 'Look in the draft')}</Button>
      )}
    </>
  );
}

/** What had the focus is gone. */
const isLost = () => !document.activeElement || document.activeElement === document.body;

/** Esc closes the panel, but not over what somebody is writing. */
function keepWritten(event: KeyboardEvent) {
  if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement && event.target.value.trim()) event.stopPropagation();
}

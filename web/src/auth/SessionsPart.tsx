import { useQuery } from '@tanstack/react-query';
import { call } from '@/api/client';
import { words } from '@/api/edits';
import { sessionsQuery } from '@/api/queries';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/Skeleton';
import { toast } from '@/components/toasts';
import { ago, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { deviceOf } from './device';

/** Where this person is signed in, and how to end that. */
export function SessionsPart() {
  const sessions = useQuery(sessionsQuery);

  async function end(id: string) {
    try {
      await call('DELETE', `/sessions/${id}`);
      toast({ text: t('sessions.ended', 'Signed out there') });
      await sessions.refetch();
    } catch (reason) {
      toast({ text: words(reason), kind: 'error' });
    }
  }

  if (sessions.isError) return <p className="field-error">{words(sessions.error)}</p>;
  if (sessions.isPending) return <Skeleton lines={4} />;
  return (
    <ul className="card settings-list">
      {sessions.data.items.map((session) => (
        <li key={session.id}>
          <Icon name="screen" size={22} />
          <span className="list-text">
            <span className="settings-strong">
              {deviceOf(session.user_agent)}{' '}
              {session.current && <Badge tone="accent">{t('sessions.here', 'This one')}</Badge>}
            </span>
            <span className="small faint">
              {session.address} · {t('sessions.since', 'since {day}', { day: moment(session.made_at) })} ·{' '}
              {t('sessions.seen', 'seen {when}', { when: ago(session.last_seen_at) })}
            </span>
          </span>
          {!session.current && (
            <Button size="s" onPress={() => end(session.id)}>
              {t('me.out', 'Sign out')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

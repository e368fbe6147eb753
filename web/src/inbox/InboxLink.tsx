import './inbox-link.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { unreadQuery } from './queries';

/** The way to the inbox, with the number of what is unread. */
export function InboxLink({ className, wordClass, size }: { className: string; wordClass?: string; size: number }) {
  const { data: unread = 0 } = useQuery(unreadQuery);
  const count = unread > 99 ? '99+' : String(unread);
  return (
    <Link to={'/inbox' as '/'} className={className} activeOptions={{ includeSearch: false }}>
      <span className="inbox-icon">
        <Icon name="mail" size={size} />
        {unread > 0 && (
          <span className="inbox-count" aria-hidden="true">
            {count}
          </span>
        )}
      </span>
      <span className={wordClass}>{t('rail.inbox', 'Inbox')}</span>
      {unread > 0 && <span className="visually-hidden">{t('inbox.unread', '{n} unread', { n: count })}</span>}
    </Link>
  );
}

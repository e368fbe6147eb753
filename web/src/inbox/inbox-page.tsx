import './inbox-page.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { Button, IconButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Icon, type IconName } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { FilterMenu } from '@/filter/FilterMenu';
import { ago, date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { partsOf } from '@/shell/link';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { type Item, inboxQuery, type Kind, mark } from './queries';

const pictures: Record<Kind, IconName> = {
  mention: 'person',
  reply: 'undo',
  charter: 'seal',
  light: 'flag',
  value: 'clock',
  accept: 'check',
  dispute: 'differ',
  agreement: 'seal',
  claim: 'check',
  rating: 'flag',
  contested: 'differ',
};

const kinds = () =>
  [
    { id: 'all', label: t('inbox.all', 'Everything') },
    { id: 'mention', label: t('inbox.mentions', 'Mentions') },
    { id: 'reply', label: t('inbox.replies', 'Replies') },
    { id: 'charter', label: t('inbox.charters', 'Charter') },
    { id: 'agreement', label: t('inbox.agreements', 'Agreements') },
    { id: 'light', label: t('inbox.lights', 'Lights set by hand') },
    { id: 'value', label: t('inbox.values', 'Values due') },
    { id: 'accept', label: t('inbox.accept', 'Values to accept') },
    { id: 'dispute', label: t('inbox.disputes', 'Disputed values') },
    { id: 'claim', label: t('inbox.claims', 'Benefits to confirm') },
    { id: 'contested', label: t('inbox.contested', 'Contested lights') },
    { id: 'rating', label: t('inbox.ratings', 'Cards to rate') },
  ] as const;

/** What needs this person, from all alliances. */
export function InboxPage() {
  useTitle(t('rail.inbox', 'Inbox'));
  const [{ kind, only }, set] = useFilters();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(inboxQuery({ kind, only }));
  if (error && !data) return <Failed error={error} />;
  const first = data?.pages[0];
  const waiting = first?.waiting ?? [];
  const said = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Content>
      <PageHeader title={t('rail.inbox', 'Inbox')} />
      <div className="row inbox-tools">
        <SegmentedControl
          label={t('inbox.which', 'Which ones')}
          size="s"
          segments={[
            { id: 'all', label: t('inbox.readToo', 'All') },
            { id: 'unread', label: t('inbox.onlyUnread', 'Unread') },
          ]}
          value={only === 'unread' ? 'unread' : 'all'}
          onChange={(value) => set({ only: value === 'unread' ? 'unread' : undefined })}
        />
        <Select
          bare
          label={t('inbox.kind', 'Kind')}
          options={kinds()}
          value={kinds().find((one) => one.id === kind)?.id ?? 'all'}
          onChange={(value) => set({ kind: value === 'all' ? undefined : value })}
        />
        <FilterMenu />
        <Button className="push" size="s" icon="check" isDisabled={!first?.unread} onPress={() => void mark('all')}>
          {t('inbox.readAll', 'Mark all as read')}
        </Button>
      </div>
      {!first ? (
        <Skeleton lines={6} />
      ) : waiting.length + said.length === 0 ? (
        <EmptyState
          title={only === 'unread' ? t('inbox.noneUnread', 'Nothing unread') : t('inbox.none', 'No messages')}
          picture={<Icon name="mail" size={40} />}
        >
          {t(
            'inbox.noneWords',
            'Mentions, replies, versions of the charter, agreements, lights set by hand or contested, and values that are due, to be accepted or disputed come here. What is off track stands on Home.',
          )}
        </EmptyState>
      ) : (
        <div className="stack">
          <Group title={t('inbox.waiting', 'Waiting for you')} items={waiting} />
          <Group title={t('inbox.said', 'Said to you')} items={said} />
          {hasNextPage && (
            <Button look="quiet" onPress={() => void fetchNextPage()}>
              {t('inbox.more', 'Earlier ones')}
            </Button>
          )}
        </div>
      )}
    </Content>
  );
}

function Group({ title, items }: { title: string; items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="inbox-group">{title}</h2>
      <ul className="card inbox-list">
        {items.map((item) => (
          <Line key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Line({ item }: { item: Item }) {
  return (
    <li className="inbox-line" data-unread={item.read ? undefined : ''}>
      <Link
        {...partsOf(item.link)}
        className="inbox-item"
        onClick={() => !item.read && void mark([item.key])}
      >
        <span className="inbox-picture">
          <Icon name={pictures[item.kind]} size={20} />
        </span>
        <span className="inbox-words">
          <span className="inbox-title">
            {!item.read && <span className="visually-hidden">{t('inbox.new', 'Unread:')} </span>}
            {item.title}
          </span>
          <span className="small">{item.about}</span>
          {item.detail && <span className="small soft inbox-detail">{item.detail}</span>}
        </span>
        <span className="inbox-side small faint">
          <span>{item.alliance.name}</span>
          {item.due ? (
            <Badge>
              {item.kind === 'light'
                ? t('home.holds', 'holds until {day}', { day: date(item.due) })
                : t('home.due', 'due {day}', { day: date(item.due) })}
            </Badge>
          ) : (
            item.at && <span>{ago(item.at)}</span>
          )}
        </span>
      </Link>
      <IconButton
        icon={item.read ? 'mail' : 'check'}
        size="s"
        label={
          item.read
            ? t('inbox.unmark', 'Mark as unread: {title}', { title: item.title })
            : t('inbox.mark', 'Mark as read: {title}', { title: item.title })
        }
        hint={false}
        onPress={() => void mark([item.key], !item.read)}
      />
    </li>
  );
}

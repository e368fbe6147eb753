import './activity-page.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { WhoCanSee } from '@/access/WhoCanSee';
import { recordQuery } from '@/api/queries';
import type { Alliance } from '@/api/types';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Skeleton } from '@/components/Skeleton';
import { FilterMenu } from '@/filter/FilterMenu';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { CameFrom } from '@/possession/CameFrom';
import { RecordDays } from './RecordDays';
import { Spaces } from './Spaces';

export function ActivityPage() {
  const alliance = useAlliance();
  useTitle(t('section.activity', 'Activity'), alliance.name);
  return alliance.rights.read_record ? <Activity alliance={alliance} /> : <NotYours alliance={alliance} />;
}

/** A link may lead here whoever follows it. */
function NotYours({ alliance }: { alliance: Alliance }) {
  return (
    <Content>
      <PageHeader title={t('section.activity', 'Activity')} acts={<WhoCanSee slug={alliance.slug} />} />
      <div className="card">
        <EmptyState title={t('activity.closed', 'Your role does not open the record')}>
          {t('activity.closed.text', 'Alliance managers, sponsors and theme leaders can read it. What concerns you stands with each objective and measure.')}
        </EmptyState>
      </div>
    </Content>
  );
}

/** The record in plain sentences: who did what, when, for whom; each act with its proof. */
function Activity({ alliance }: { alliance: Alliance }) {
  const [filters, set] = useFilters();
  const record = useInfiniteQuery(recordQuery(alliance.slug, filters.space));
  if (record.isError) return <Failed error={record.error} />;
  const items = record.data?.pages.flatMap((page) => page.items) ?? [];
  const spaces = record.data?.pages[0]?.spaces ?? [];
  return (
    <Content>
      <PageHeader title={t('section.activity', 'Activity')} acts={<WhoCanSee slug={alliance.slug} />}>
        {t('activity.text', 'Everything that was done here, in an order that nobody can change afterwards.')}
      </PageHeader>
      <div className="activity">
        <div className="stack">
          {spaces.length > 1 && (
            <div className="row">
              <SegmentedControl
                label={t('activity.space', 'Space')}
                value={filters.space ?? 'all'}
                onChange={(space) => set({ space: space === 'all' ? '' : space })}
                segments={[
                  { id: 'all', label: t('activity.all', 'All') },
                  ...spaces.map(({ id, name }) => ({ id, label: name })),
                ]}
              />
              <FilterMenu />
            </div>
          )}
          {record.isPending && <Skeleton lines={8} />}
          {record.data && items.length === 0 && (
            <div className="card">
              <EmptyState title={t('activity.none', 'Nothing yet')}>
                {t('activity.none.text', 'The first change to the map or a value will stand here.')}
              </EmptyState>
            </div>
          )}
          <RecordDays items={items} />
          {record.hasNextPage && (
            <div className="more">
              <Button onPress={() => record.fetchNextPage()} isPending={record.isFetchingNextPage}>
                {t('list.more', 'Show more')}
              </Button>
            </div>
          )}
        </div>
        <div className="stack">
          <Spaces alliance={alliance} spaces={spaces} />
          <CameFrom alliance={alliance} />
        </div>
      </div>
    </Content>
  );
}

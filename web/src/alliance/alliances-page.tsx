import './alliances-page.css';
import { useQuery } from '@tanstack/react-query';
import { alliancesQuery } from '@/api/queries';
import { ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { SearchField } from '@/components/SearchField';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { FilterMenu } from '@/filter/FilterMenu';
import { StartAlliance } from '@/home/StartAlliance';
import { t } from '@/i18n/t';
import { lightWord } from '@/pictures';
import { Content } from '@/shell/Content';
import { type Filters, useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { MoreMenu } from '@/possession/MoreMenu';
import { AllianceTable } from './AllianceTable';
import { Wall } from './Wall';
import { stages, stageWord } from './words';

/** All alliances that this person may see, as a wall of lights or as a table. */
export function AlliancesPage() {
  useTitle(t('rail.alliances', 'Alliances'));
  const [filters, set] = useFilters();
  const { q = '', stage = '', light = '', sort = '-light' } = filters;
  const list = useQuery(alliancesQuery({ q, stage, light, sort }));
  if (list.isError) return <Failed error={list.error} />;
  const filtered = Boolean(q || stage || light);
  const view = filters.view === 'table' ? 'table' : 'wall';
  const empty = list.data && list.data.items.length === 0;
  return (
    <Content>
      <PageHeader
        title={t('rail.alliances', 'Alliances')}
        acts={
          <>
            <MoreMenu />
            <ButtonLink to="/alliances/new" look="primary" icon="plus">
              {t('alliances.new', 'New alliance')}
            </ButtonLink>
          </>
        }
      >
        {list.data !== undefined &&
          list.data.total > 0 &&
          t('alliances.count', '{n} {n|alliance.|alliances, the ones in trouble first.}', { n: list.data.total })}
      </PageHeader>
      {!(empty && !filtered) && <Tools filters={filters} set={set} view={view} />}
      {list.isPending && <Skeleton lines={6} />}
      {empty && filtered && <NoMatch clear={() => set({ q: '', stage: '', light: '' })} />}
      {empty && !filtered && (
        <StartAlliance
          title={t('alliances.first', 'Your first alliance')}
          text={t(
            'alliances.first.text',
            'Every alliance you are part of will stand here with its light, the ones in trouble first.',
          )}
        />
      )}
      {list.data && !empty && view === 'wall' && <Wall items={list.data.items} />}
      {list.data && !empty && view === 'table' && (
        <AllianceTable items={list.data.items} sort={sort} onSort={(order) => set({ sort: order })} />
      )}
    </Content>
  );
}

type ToolsProps = { filters: Filters; set: (change: Filters) => void; view: 'wall' | 'table' };

function Tools({ filters, set, view }: ToolsProps) {
  const any = t('filter.any', 'Any');
  const lights = (['red', 'yellow', 'green', 'grey'] as const).map((id) => ({ id, label: lightWord(id) }));
  return (
    <div className="tools">
      <SearchField
        label={t('alliances.find', 'Find an alliance')}
        value={filters.q ?? ''}
        onChange={(q) => set({ q })}
      />
      <Select
        bare
        label={t('alliances.light', 'Light')}
        value={filters.light || 'any'}
        onChange={(light) => set({ light: light === 'any' ? '' : light })}
        options={[{ id: 'any', label: t('filter.light', '{any} light', { any }) }, ...lights]}
      />
      <Select
        bare
        label={t('alliances.stage', 'Stage')}
        value={filters.stage || 'any'}
        onChange={(stage) => set({ stage: stage === 'any' ? '' : stage })}
        options={[
          { id: 'any', label: t('filter.stage', '{any} stage', { any }) },
          ...stages.map((id) => ({ id, label: stageWord(id) })),
        ]}
      />
      <FilterMenu />
      <div className="push">
        <SegmentedControl
          label={t('alliances.view', 'Show as')}
          value={view}
          onChange={(next) => set({ view: next === 'wall' ? '' : next })}
          segments={[
            { id: 'wall', label: t('alliances.wall', 'Wall'), icon: 'grid' },
            { id: 'table', label: t('alliances.table', 'Table'), icon: 'table' },
          ]}
        />
      </div>
    </div>
  );
}

function NoMatch({ clear }: { clear: () => void }) {
  return (
    <div className="card">
      <EmptyState title={t('alliances.none', 'No alliance like that')}>
        <button type="button" className="link-button" onClick={clear}>
          {t('filter.clear', 'Show all again')}
        </button>
      </EmptyState>
    </div>
  );
}

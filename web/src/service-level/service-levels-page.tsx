import '@/scorecard/scorecard.css';
import './service-levels.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SpaceLock } from '@/access/SpaceLock';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Icon } from '@/components/Icon';
import { PageHeader } from '@/components/PageHeader';
import { SearchField } from '@/components/SearchField';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { Table } from '@/components/Table';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { EnterDialog } from './EnterDialog';
import { LevelDialog } from './LevelDialog';
import { Marks } from './Marks';
import { type LevelList, type LevelRow, levelsQuery, limitWords } from './queries';
import { Tallies } from './Tallies';

/** What one party promised another, the broken promises first. */
export function ServiceLevelsPage() {
  const { slug, name } = useAlliance();
  const { data, error } = useQuery(levelsQuery(slug));
  const [dialog, setDialog] = useState<'add' | 'enter' | null>(null);
  useTitle(t('section.levels', 'Service levels'), name);
  if (error && !data) return <Failed error={error} />;
  const due = data?.items.filter((one) => one.may_enter && one.next) ?? [];
  const add = data?.may_add ? (
    <Button icon="plus" look={due.length ? 'plain' : 'primary'} onPress={() => setDialog('add')}>
      {t('level.add', 'Add service level')}
    </Button>
  ) : null;
  return (
    <Content>
      <PageHeader
        title={t('section.levels', 'Service levels')}
        acts={
          data?.items.length ? (
            <>
              {add}
              {due.length > 0 && (
                <Button look="primary" icon="edit" onPress={() => setDialog('enter')}>
                  {t('level.enterDue', 'Enter {n} {n|value|values}', { n: due.length })}
                </Button>
              )}
            </>
          ) : null
        }
      >
        {t('level.text', 'What one party promised another, period by period. They are tracked here and never colour the map, unless somebody makes one a measure.')}
      </PageHeader>
      {!data ? (
        <Skeleton lines={8} />
      ) : data.items.length === 0 ? (
        <div className="card">
          <EmptyState title={t('level.none', 'No service level yet')} picture={<Icon name="check" size={40} />} acts={add}>
            {t('level.noneText', 'Reports within five days, queries answered within two: what the contract says each side delivers. Say who promises what to whom, and enter a value each period.')}
          </EmptyState>
        </div>
      ) : (
        <Levels list={data} slug={slug} />
      )}
      {dialog === 'add' && data ? <LevelDialog slug={slug} list={data} onClose={() => setDialog(null)} /> : null}
      {dialog === 'enter' ? <EnterDialog slug={slug} levels={due} onClose={() => setDialog(null)} /> : null}
    </Content>
  );
}

function Levels({ list, slug }: { list: LevelList; slug: string }) {
  const [filters, set] = useFilters();
  const shown = list.items.filter((one) => fits(one, filters));
  const everybody = { id: 'all', label: t('level.anybody', 'Any party') };
  const agreements = [...new Map(list.items.flatMap((one) => (one.agreement ? [[one.agreement.id, one.agreement.name]] : [])))];
  return (
    <div className="stack">
      <Tallies list={list} />
      <div className="row">
        <SearchField label={t('level.find', 'Find a service level')} value={filters.q ?? ''} onChange={(q) => set({ q })} />
        <Select
          bare
          label={t('level.by', 'Promised by')}
          options={[everybody, ...list.parties.map((one) => ({ id: one.id, label: one.name }))]}
          value={filters.by ?? 'all'}
          onChange={(by) => set({ by: by === 'all' ? undefined : by })}
        />
        {agreements.length > 0 && (
          <Select
            bare
            label={t('level.agreement', 'Agreement')}
            options={[{ id: 'all', label: t('level.anyAgreement', 'Any agreement') }, ...agreements.map(([id = '', label = '']) => ({ id, label }))]}
            value={filters.agreement ?? 'all'}
            onChange={(agreement) => set({ agreement: agreement === 'all' ? undefined : agreement })}
          />
        )}
        <Select
          bare
          label={t('level.which', 'Which ones')}
          options={[
            { id: 'all', label: t('level.all', 'All') },
            { id: 'missed', label: t('level.onlyMissed', 'Missed in the last 12 periods') },
            { id: 'due', label: t('level.onlyDue', 'Value due') },
          ]}
          value={filters.only ?? 'all'}
          onChange={(only) => set({ only: only === 'all' ? undefined : only })}
        />
      </div>
      <Table
        caption={t('section.levels', 'Service levels')}
        rows={shown}
        rowKey={(one) => one.id}
        empty={t('level.noMatch', 'No service level is like that.')}
        columns={[
          { id: 'name', title: t('level.what', 'What is promised'), cell: (one) => <What level={one} slug={slug} /> },
          { id: 'who', title: t('level.who', 'By whom, to whom'), minor: true, cell: (one) => <Who level={one} /> },
          { id: 'limit', title: t('level.limit', 'Limit'), numeric: true, minor: true, cell: (one) => <span className="nowrap">{limitWords(one, one.limit)}</span> },
          { id: 'marks', title: t('level.latest', 'Latest periods'), cell: (one) => <Marks level={one} marks={one.marks} /> },
          { id: 'missed', title: t('level.misses', 'Missed'), numeric: true, cell: (one) => <Misses level={one} /> },
        ]}
      />
    </div>
  );
}

function fits(level: LevelRow, { q, by, agreement, only }: Record<string, string | undefined>): boolean {
  const words = `${level.code} ${level.name} ${level.promise}`.toLowerCase();
  return (
    (!q || words.includes(q.toLowerCase())) &&
    (!by || level.by.id === by) &&
    (!agreement || level.agreement?.id === agreement) &&
    (only !== 'missed' || level.tally.missed > 0) &&
    (only !== 'due' || level.next !== null)
  );
}

function What({ level, slug }: { level: LevelRow; slug: string }) {
  return (
    <span className="level-what">
      <Link to="/a/$alliance/service-levels/$level" params={{ alliance: slug, level: level.id }}>
        <span className="faint">{level.code}</span> {level.name}
      </Link>
      <span className="small soft row">
        {level.agreement?.name ?? ''}
        {level.agreement ? null : <SpaceLock space={level.space} />}
        {level.measure && <Badge tone="accent">{t('level.isMeasure', 'is a measure')}</Badge>}
      </span>
    </span>
  );
}

export function Who({ level }: { level: LevelRow }) {
  return (
    <span className="level-who">
      <PartnerMark mark={level.by.mark} size={20} /> {level.by.name}
      <Icon name="right" size={14} />
      <PartnerMark mark={level.to.mark} size={20} /> {level.to.name}
    </span>
  );
}

function Misses({ level: { tally } }: { level: LevelRow }) {
  return (
    <span className="level-misses" data-bad={tally.run > 0 ? '' : undefined}>
      {t('level.ofN', '{n} of {of}', { n: tally.missed, of: tally.met + tally.missed })}
      {tally.run > 1 && <span className="small">{t('level.run', '{n} in a row', { n: tally.run })}</span>}
    </span>
  );
}

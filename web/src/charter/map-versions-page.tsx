import '@/strategy/map.css';
import './charter.css';
import './map-versions.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { mapQuery } from '@/api/queries';
import type { MapView } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed, NotFound } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { usePhone } from '@/strategy/usePhone';
import { MarkedCards, MarkLegend } from './MarkedCards';
import { MarkedMap } from './MarkedMap';
import { markedCards, marksBetween } from './map-marks';
import { type CharterList, chartersQuery, differenceQuery } from './queries';
import { versionWord } from './state-words';
import { VersionPair } from './VersionPair';
import { usualFrom, versionNamed } from './versions';

/** Two versions as maps, with what came, went, moved and changed marked on them. */
export function MapVersionsPage() {
  const { slug, name } = useAlliance();
  const [filters] = useFilters();
  const list = useQuery(chartersQuery(slug));
  useTitle(t('versions.title', 'Versions on the map'), name);
  if (list.error && !list.data) return <Failed error={list.error} />;
  if (!list.data)
    return (
      <Content wide>
        <div className="map-versions">
          <Skeleton height={620} />
        </div>
      </Content>
    );
  const to = versionNamed(list.data.items, filters.to ?? 'draft');
  const from = to && (filters.from ? versionNamed(list.data.items, filters.from) : usualFrom(list.data.items, to));
  if (!to || !from) return <NotFound />;
  return <Compared list={list.data} from={from} to={to} />;
}

type View = 'both' | 'before' | 'after';

function Compared({ list, from, to }: { list: CharterList; from: string; to: string }) {
  const { slug } = useAlliance();
  const [filters, set] = useFilters();
  const phone = usePhone();
  const after = useQuery(mapQuery(slug, { basis: to }));
  const before = useQuery({ ...mapQuery(slug, { basis: from }), enabled: from !== 'nothing' });
  const difference = useQuery(differenceQuery(slug, from, to));
  const error = after.error ?? before.error ?? difference.error;
  const old = from === 'nothing' ? null : before.data;
  const ready = after.data && old !== undefined && difference.data;
  if (error && !ready) return <Failed error={error} />;
  const asked = (['both', 'before', 'after'] as const).find((one) => one === filters.view);
  const view: View = from === 'nothing' ? 'after' : (asked ?? (phone ? 'after' : 'both'));
  return (
    <Content wide>
      <div className="map-versions">
        <PageHeader
          title={t('versions.title', 'Versions on the map')}
          acts={
            <ButtonLink
              to="/a/$alliance/charter/difference"
              params={{ alliance: slug }}
              search={{ from, to } as never}
              icon="compare"
            >
              {t('versions.items', 'Item by item')}
            </ButtonLink>
          }
        />
        <div className="map-versions-tools">
          <VersionPair list={list} from={from} to={to} />
          {from !== 'nothing' && (
            <SegmentedControl
              label={t('versions.view', 'What is shown')}
              size="s"
              value={view}
              onChange={(id) => set({ view: id })}
              segments={[
                ...(phone ? [] : [{ id: 'both' as const, label: t('versions.both', 'Side by side') }]),
                { id: 'before', label: t('difference.before', 'Before') },
                { id: 'after', label: t('difference.after', 'After') },
              ]}
            />
          )}
          <MarkLegend />
        </div>
        {after.data && old !== undefined && difference.data ? (
          <Maps old={old} now={after.data} from={from} to={to} view={view} changes={difference.data.changes} />
        ) : (
          <Skeleton height={560} />
        )}
      </div>
    </Content>
  );
}

type MapsProps = {
  old: MapView | null;
  now: MapView;
  from: string;
  to: string;
  view: View;
  changes: Parameters<typeof marksBetween>[2];
};

function Maps({ old, now, from, to, view, changes }: MapsProps) {
  const marks = useMemo(() => marksBetween(old, now, changes), [old, now, changes]);
  const cards = useMemo(() => markedCards(old, now, marks), [old, now, marks]);
  const panes = useRef<HTMLDivElement>(null);
  // Where one map is moved to, the other follows.
  function follow(moved: HTMLElement) {
    for (const pane of panes.current?.querySelectorAll<HTMLElement>('.marked-map-scroll') ?? [])
      if (pane !== moved) {
        pane.scrollLeft = moved.scrollLeft;
        pane.scrollTop = moved.scrollTop;
      }
  }
  const links = [
    ...[...marks.to.links].filter(([, mark]) => mark === 'added'),
    ...[...marks.from.links].filter(([, mark]) => mark === 'gone'),
    ...[...marks.to.links].filter(([, mark]) => mark === 'changed'),
  ];
  return (
    <>
      <div ref={panes} className="map-panes" data-view={view}>
        {old && view !== 'after' && (
          <MarkedMap title={versionWord(from)} map={old} marks={marks.from} from={from} to={to} small={view === 'both'} onScroll={follow} />
        )}
        {view !== 'before' && (
          <MarkedMap title={versionWord(to)} map={now} marks={marks.to} from={from} to={to} small={view === 'both'} onScroll={follow} />
        )}
      </div>
      <MarkedCards cards={cards} links={links} old={old} now={now} from={from} to={to} />
    </>
  );
}

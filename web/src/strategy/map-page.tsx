import './map.css';
import './edit/edit.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { mapQuery } from '@/api/queries';
import type { MapView } from '@/api/types';
import { usePlanEdit } from '@/charter/EditInDraft';
import { PanelLayout } from '@/components/Panel';
import { Skeleton } from '@/components/Skeleton';
import type { About } from '@/discussion/types';
import { t } from '@/i18n/t';
import { type Chain, chainOf, chainOfTheme, knockOnOfReds } from '@/pictures/map/chain';
import { useShowPeriod, useShowVersion } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { type MapFilters, useMapAddress } from './address';
import { EditBar } from './edit/EditBar';
import { EditLayer } from './edit/EditLayer';
import { ObjectiveForm } from './edit/ObjectiveForm';
import { MapCanvas, type Zoom } from './MapCanvas';
import { MapEmpty } from './MapEmpty';
import { MapLegend } from './MapLegend';
import { MapLists } from './MapLists';
import { MapPanel } from './MapPanel';
import { MapToolbar } from './MapToolbar';
import { TestStrip } from './tests/TestStrip';
import { useLinkTests } from './tests/useLinkTests';
import { Unplaced } from './Unplaced';
import { usePhone } from './usePhone';

// What not every visit needs is fetched when it is first asked for.
const MapPresent = lazy(() => import('./MapPresent').then((file) => ({ default: file.MapPresent })));
const MapTable = lazy(() => import('./MapTable').then((file) => ({ default: file.MapTable })));
const LaneMarks = lazy(() => import('./talk/TalkMarks').then((file) => ({ default: file.LaneMarks })));
const TalkMark = lazy(() => import('./talk/TalkMarks').then((file) => ({ default: file.TalkMark })));
const TalkPanel = lazy(() => import('./talk/TalkPanel').then((file) => ({ default: file.TalkPanel })));
const TestTable = lazy(() => import('./tests/TestTable').then((file) => ({ default: file.TestTable })));

/** What is lit: the selected objective's chain, the knock-on of reds, or one theme. */
export function litPart(map: MapView, filters: MapFilters): Chain | null {
  if (filters.sel && map.cards.some((card) => card.id === filters.sel))
    return chainOf(filters.sel, map.links, map.wins);
  if (filters.knock) return knockOnOfReds(map.cards, map.links, map.wins);
  if (filters.theme && map.themes.some((theme) => theme.id === filters.theme))
    return chainOfTheme(filters.theme, map.cards, map.links, map.wins);
  return null;
}

/** The strategy map of an alliance: look, select, present, edit. */
export function MapPage() {
  const { slug, at, filters, go } = useMapAddress();
  const { data: map, error } = useQuery(mapQuery(slug, at));
  useShowPeriod(map?.period);
  useShowVersion(map?.alliance);
  useTitle(t('map.title', 'Strategy map'), map?.alliance.name);
  if (error && !map) return <Failed error={error} />;
  if (!map)
    return (
      <Content wide>
        <div className="map-page">
          <Skeleton height={620} />
        </div>
      </Content>
    );
  return <MapScreen map={map} slug={slug} at={at} filters={filters} go={go} />;
}

type ScreenProps = { map: MapView } & Pick<ReturnType<typeof useMapAddress>, 'slug' | 'at' | 'filters' | 'go'>;

function MapScreen({ map, slug, at, filters, go }: ScreenProps) {
  const phone = usePhone();
  const [zoom, setZoom] = useState<Zoom>('auto');
  const plan = usePlanEdit(map, map.rights.edit_draft);
  const mode = filters.mode === 'edit' && plan.canEdit ? 'edit' : filters.mode === 'present' ? 'present' : 'view';
  // What is in force is not edited: whoever wants to is led into the draft.
  const toDraft = filters.mode === 'edit' && plan.inDraft && !filters.on && filters.basis !== 'draft';
  useEffect(() => {
    if (toDraft) go({ basis: 'draft' }, { replace: true });
  }, [toDraft, go]);
  const lit = useMemo(() => litPart(map, filters), [map, filters]);
  const selected = map.cards.find((card) => card.id === filters.sel) ?? null;
  const select = useCallback((id: string | null) => go({ sel: id ?? undefined, knock: undefined, talk: undefined }), [go]);
  const endTalking = useCallback(() => go({ talk: undefined }), [go]);
  const endPresenting = useCallback(() => go({ mode: undefined }), [go]);
  const { talk } = filters;
  const talking = { map, slug, open: talk, go };
  const mark = (about: About) => (
    <Suspense>
      <TalkMark {...talking} about={about} />
    </Suspense>
  );
  const empty = map.cards.length === 0;
  const { view, theme, knock, tests: testing } = filters;
  const search = useMemo(() => ({ view, theme, knock, tests: testing }), [view, theme, knock, testing]);
  const on = Boolean(testing) && map.rights.read_scorecard && mode !== 'edit';
  const { data: tests } = useLinkTests(slug, at, on);
  const shownTests = on ? tests : undefined;

  const panel = talk ? (
    <Suspense>
      <TalkPanel map={map} slug={slug} about={talk} onClose={endTalking} />
    </Suspense>
  ) : selected ? (
    <MapPanel
      map={map}
      id={selected.id}
      tests={shownTests}
      mark={mark}
      onSelect={select}
      edit={
        mode === 'edit' ? (
          <ObjectiveForm key={selected.id} map={map} card={selected} onGone={() => select(null)} />
        ) : undefined
      }
    />
  ) : null;
  const table = !phone && filters.view === 'table';
  const lists = phone && filters.view !== 'picture';
  return (
    <Content wide>
      <PanelLayout panel={panel}>
        <div className="map-page" data-mode={mode}>
          <h1 className="visually-hidden">{t('map.title', 'Strategy map')}</h1>
          <MapToolbar map={map} search={search} go={go} zoom={zoom} onZoom={setZoom} mode={mode} phone={phone} />
          {mode === 'edit' ? <EditBar map={map} slug={slug} selected={selected} onMade={select} /> : null}
          {shownTests && !empty ? (
            <TestStrip tests={shownTests} onTable={table || lists ? null : () => go({ view: 'table' })} />
          ) : null}
          <Unplaced map={map} slug={slug} />
          {empty ? (
            <MapEmpty map={map} slug={slug} onMade={select} onEdit={() => go({ mode: 'edit' })} />
          ) : table ? (
            <Suspense fallback={<Skeleton lines={8} />}>
              <MapTable {...talking} chain={lit}>
                <Suspense>{shownTests ? <TestTable tests={shownTests.links} slug={slug} /> : null}</Suspense>
              </MapTable>
            </Suspense>
          ) : lists ? (
            <>
              <Suspense>{shownTests ? <TestTable tests={shownTests.links} slug={slug} /> : null}</Suspense>
              <MapLists map={map} chain={filters.sel ? null : lit} onSelect={select} mark={mark} />
            </>
          ) : mode === 'edit' ? (
            <EditLayer map={map} chain={lit} selected={filters.sel ?? null} zoom={zoom} onSelect={select} />
          ) : (
            <MapCanvas
              map={map}
              chain={lit}
              selected={filters.sel ?? null}
              zoom={zoom}
              onSelect={select}
              tests={shownTests}
            >
              <Suspense>
                <LaneMarks {...talking} picture />
              </Suspense>
            </MapCanvas>
          )}
          {empty || table || lists ? null : <MapLegend map={map} />}
        </div>
      </PanelLayout>
      <Suspense>{mode === 'present' ? <MapPresent map={map} onClose={endPresenting} /> : null}</Suspense>
    </Content>
  );
}

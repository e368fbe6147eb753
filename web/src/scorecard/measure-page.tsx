import './scorecard.css';
import './detail.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { SpaceLock } from '@/access/SpaceLock';
import { Suspense, type ReactNode, useState } from 'react';
import { edit } from '@/api/edits';
import { measureQuery, observationsQuery } from '@/api/queries';
import type { MeasureView, Observation } from '@/api/types';
import { Badge } from '@/components/Badge';
import { EditInDraft, usePlanEdit } from '@/charter/EditInDraft';
import { Button } from '@/components/Button';
import { InlineEdit } from '@/components/InlineEdit';
import { Skeleton } from '@/components/Skeleton';
import { Comments } from '@/discussion/Comments';
import { Files } from '@/files/Files';
import { date, moment, period } from '@/i18n/format';
import { t } from '@/i18n/t';
import { HistoryStrip, LightPill, measured, TrendMark, themeColour, trendWord } from '@/pictures';
import { useAt, useShowPeriod, useShowVersion, useSlug } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { keepMoment } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { useLook } from '@/discipline/look';
import { SharePrivate } from '@/sharing/SharePrivate';
import { useTitle } from '@/shell/title';
import { ChartFrame } from './ChartFrame';
import { Definition } from './Definition';
import { MeasureDialog, TargetDialog } from './dialogs';
import { EntryForm } from './EntryForm';
import { shownValue, Unit } from './entry/ValueCell';
import { ForecastLine } from './forecast/ForecastLine';
import { FormulaShown } from './formula/FormulaShown';
import { goalText } from './goal';
import { CellKeys } from './keys/CellKeys';
import { cellOf, OnlyYou } from './keys/KeyMark';
import { FrozenAs } from '@/review/FrozenAs';
import { SignalMark } from './Signal';
import { signalSentence } from './signal-words';
import { numbersOf, toldCells } from './told';
import { scoringWords } from './scoring/draft';

/** One measure: chart with bands and limits, entry, corrections, targets, definition. */
export function MeasurePage() {
  const slug = useSlug();
  const { measure: id } = useParams({ strict: false }) as { measure: string };
  const { data, error } = useQuery(measureQuery(slug, id, { ...useAt(), periods: 48 }));
  useShowPeriod(data?.period_info);
  useShowVersion(data?.alliance);
  useLook(data?.id);
  useTitle(data?.name, data?.alliance.name);
  if (error && !data) return <Failed error={error} />;
  return <Content>{data ? <Measure measure={data} slug={slug} /> : <Skeleton lines={12} />}</Content>;
}

function Measure({ measure, slug }: { measure: MeasureView; slug: string }) {
  const [dialog, setDialog] = useState<'edit' | 'target' | null>(null);
  const mayEdit = measure.rights.edit_draft || measure.rights.edit_themes.includes(measure.theme.id);
  const { canEdit, inDraft } = usePlanEdit(measure, mayEdit);
  return (
    <div className="detail">
      <header className="detail-head">
        <p className="detail-path">
          <span className="theme-swatch" style={{ background: themeColour(measure.theme.colour) }} />
          {measure.theme.name} ·{' '}
          <Link
            to="/a/$alliance/o/$objective"
            params={{ alliance: slug, objective: measure.objective.id }}
            search={keepMoment}
          >
            {measure.objective.title}
          </Link>{' '}
          · {measure.code}
          <SpaceLock space={measure.space} />
          <SharePrivate slug={slug} kind="measure" id={measure.id} name={measure.name} space={measure.space} canEdit={mayEdit} />
        </p>
        <h1>
          <InlineEdit
            label={t('parts.name', 'Name')}
            value={measure.name}
            canEdit={canEdit}
            onSave={(name) =>
              edit({
                method: 'PATCH',
                path: `/measures/${measure.id}`,
                version: measure.version,
                body: { name },
                said: t('edit.changed', 'Changed'),
              })
            }
          />
        </h1>
        <div className="row detail-lights">
          <span className="detail-value number">
            {shownValue(measure)} <Unit measure={measure} />
          </span>
          <span className="soft">{t('map.panel.target', 'target {target}', { target: goalText(measure) })}</span>
          <LightPill state={measure.judgement} />
          <span className="row detail-trend">
            <TrendMark trend={measure.judgement.trend} size={18} label={false} />{' '}
            {trendWord(measure.judgement.trend, 'target')}
          </span>
          {measure.signal.limits === 'none' ? null : <SignalMark signal={measure.signal} />}
          <HistoryStrip items={measure.recent} />
          {measure.assumed ? <Badge tone="warn">{t('score.assumed', 'Assumed, please check')}</Badge> : null}
          {inDraft ? <EditInDraft className="push" /> : null}
        </div>
        <CellKeys measure={measure} cell={cellOf(measure)} />
        <FrozenAs measure={measure} cell={cellOf(measure)} slug={slug} />
      </header>
      <section className="card">
        <ChartFrame measure={measure} />
        {measure.signal.points ? (
          <p className="chart-sentence">{signalSentence(measure, numbersOf(toldCells(measure)))}</p>
        ) : null}
        <ForecastLine measure={measure} />
      </section>
      {measure.computed ? <FormulaShown measure={measure} slug={slug} /> : null}
      {measure.may_enter ? (
        <section className="card">
          <h2>{t('entry.title', 'Enter a value')}</h2>
          <EntryForm key={measure.version} measure={measure} />
        </section>
      ) : null}
      <div className="detail-columns">
        <section>
          <div className="detail-section-head">
            <h2>{t('measure.targets', 'Targets')}</h2>
            {canEdit ? (
              <Button size="s" icon="plus" onPress={() => setDialog('target')}>
                {t('target.new', 'New target')}
              </Button>
            ) : null}
          </div>
          <ul className="detail-list">
            {[...measure.targets].reverse().map((target) => (
              <li key={target.id}>
                <b>{scoringWords(target.scoring, measure.unit)}</b>
                <span className="soft small">
                  {t('target.since', 'from {day}', { day: date(target.effective_from) })}
                  {target.reason ? ` · ${target.reason}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <div className="detail-section-head">
            <h2>{t('measure.definitionHead', 'Definition')}</h2>
            {canEdit ? (
              <Button size="s" icon="edit" onPress={() => setDialog('edit')}>
                {t('measure.change', 'Change')}
              </Button>
            ) : null}
          </div>
          <Definition measure={measure} slug={slug} canEdit={canEdit} />
        </section>
      </div>
      <Files slug={slug} about={`measure:${measure.id}`} />
      <Comments slug={slug} about={`measure:${measure.id}`} />
      <History measure={measure} slug={slug} />
      <Suspense>
        {dialog === 'edit' ? (
          <MeasureDialog alliance={measure.alliance.id} measure={measure} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'target' ? <TargetDialog measure={measure} onClose={() => setDialog(null)} /> : null}
      </Suspense>
    </div>
  );
}

/** Every value as it was entered, newest first; a corrected one stays, struck through. */
function History({ measure, slug }: { measure: MeasureView; slug: string }) {
  const { data } = useQuery(observationsQuery(slug, measure.id));
  const [all, setAll] = useState(false);
  const items = data?.items ?? [];
  const shown = all ? items : items.slice(0, 8);
  return (
    <section>
      <h2>{t('history.title', 'What was entered, and corrected')}</h2>
      {data ? null : <Skeleton lines={4} />}
      {data && items.length === 0 ? <p className="soft">{t('history.none', 'Nothing was entered yet.')}</p> : null}
      <ol className="history">
        {shown.map((one) => (
          <HistoryLine
            key={`${one.period}${one.series}${one.recorded_at}${one.value}`}
            one={one}
            measure={measure}
            label={measure.cells.find((cell) => cell.period === one.period)?.label ?? period(one.period)}
            keys={
              one.current && one.series === 'actual' ? (
                <>
                  <CellKeys measure={measure} cell={measure.cells.find((cell) => cell.period === one.period)} named />
                  <FrozenAs measure={measure} cell={measure.cells.find((cell) => cell.period === one.period)} slug={slug} />
                </>
              ) : null
            }
          />
        ))}
      </ol>
      {items.length > shown.length ? (
        <Button size="s" onPress={() => setAll(true)}>
          {t('history.all', 'Show all {n}', { n: items.length })}
        </Button>
      ) : null}
    </section>
  );
}

type LineProps = { one: Observation; measure: MeasureView; label: string; keys: ReactNode };

function HistoryLine({ one, measure, label, keys }: LineProps) {
  const value =
    one.value !== null
      ? measured(/^-?\d+(\.\d+)?$/.test(one.value ?? '') ? Number(one.value) : one.value, measure)
      : one.state === 'na'
        ? t('state.na', 'does not apply')
        : t('state.withheld', 'not shared');
  return (
    <li className="history-line">
      <b>{label}</b>
      {one.current ? <span className="number">{value}</span> : <s className="number">{value}</s>}
      <span className="soft small">
        {[one.series === 'actual' ? '' : one.series, one.reason, one.note].filter(Boolean).join(' · ')}
        <span className="history-by">
          {one.by}, {one.organisation} · {moment(one.recorded_at)} · {one.source}
        </span>
        {one.state === 'withheld' && one.value !== null ? <OnlyYou /> : keys}
      </span>
    </li>
  );
}

import '@/components/Table.css';
import { Link } from '@tanstack/react-router';
import { otherLight, useJointLights } from '@/access/joint';
import { JointLight, SpaceLock } from '@/access/SpaceLock';
import type { InitiativeRow, MeasureRow, ObjectiveRow } from '@/api/types';
import { Badge } from '@/components/Badge';
import { t } from '@/i18n/t';
import { HistoryStrip, LightMark, LightPill, ProgressBar, Sparkline, TrendMark } from '@/pictures';
import { keepMoment } from '@/shell/filters';
import type { Entry } from './entry/useEntry';
import { ValueCell } from './entry/ValueCell';
import { ForecastMark } from './forecast/ForecastMark';
import type { ByMeasure } from './forecast/outlook';
import { goalText } from './goal';
import { cellOf, KeyMark } from './keys/KeyMark';
import { Masked } from './Masked';
import { SignalNews } from './Signal';

type TableProps = {
  slug: string;
  objectives: readonly ObjectiveRow[];
  entry: Entry;
  outlook: ByMeasure;
  caption: string;
  withObjective?: boolean;
};

/** Objective, measure, line with target, value, light, trend, signal and initiative on one line. */
export function MeasureTable({ slug, objectives, entry, outlook, caption, withObjective = true }: TableProps) {
  return (
    <div className={`table-wrap score-table${withObjective ? '' : ' is-bare'}`}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {withObjective ? <th scope="col">{t('score.objective', 'Objective')}</th> : null}
            <th scope="col">{t('score.measure', 'Measure')}</th>
            <th scope="col">{t('score.line', 'Line and target')}</th>
            <th scope="col" className="numeric">
              {t('score.value', 'Value')}
            </th>
            <th scope="col">{t('score.light', 'Light')}</th>
            <th scope="col">{t('score.trend', 'Trend')}</th>
            <th scope="col">{t('score.signal', 'Signal')}</th>
            {withObjective ? <th scope="col">{t('score.initiative', 'Initiative')}</th> : null}
          </tr>
        </thead>
        {objectives.map((objective) => (
          <Rows
            key={objective.id}
            slug={slug}
            objective={objective}
            entry={entry}
            outlook={outlook}
            withObjective={withObjective}
          />
        ))}
      </table>
    </div>
  );
}

function Rows({
  slug,
  objective,
  entry,
  outlook,
  withObjective,
}: {
  slug: string;
  objective: ObjectiveRow;
  entry: Entry;
  outlook: ByMeasure;
  withObjective: boolean;
}) {
  const span = Math.max(1, objective.measures.length);
  const [first, ...rest] = objective.measures;
  const head = withObjective ? (
    <th scope="rowgroup" rowSpan={span} className="score-objective">
      <ObjectiveHead slug={slug} objective={objective} />
    </th>
  ) : null;
  const work = withObjective ? (
    <td rowSpan={span} className="score-initiatives">
      {objective.initiatives.map((one) => (
        <InitiativeLine key={one.id} slug={slug} initiative={one} />
      ))}
    </td>
  ) : null;
  return (
    <tbody>
      <tr>
        {head}
        {first ? (
          <MeasureCells slug={slug} measure={first} entry={entry} outlook={outlook} />
        ) : (
          <td colSpan={6} className="soft">
            {t('score.noMeasure', 'No measure yet')}
          </td>
        )}
        {work}
      </tr>
      {rest.map((measure) => (
        <tr key={measure.id}>
          <MeasureCells slug={slug} measure={measure} entry={entry} outlook={outlook} />
        </tr>
      ))}
    </tbody>
  );
}

export function ObjectiveHead({ slug, objective }: { slug: string; objective: ObjectiveRow }) {
  const joint = useJointLights();
  return (
    <div className="score-objective-head">
      <LightMark state={objective.judgement} size={20} label />
      <div>
        <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: objective.id }} search={keepMoment}>
          {objective.title}
        </Link>
        <span className="score-code">
          {objective.code} <SpaceLock space={objective.space} />
        </span>
        <JointLight light={otherLight(joint, objective)} />
        <Masked masked={objective.judgement.light === 'red' ? [] : objective.judgement.masked} />
      </div>
    </div>
  );
}

type CellsProps = { slug: string; measure: MeasureRow; entry: Entry; outlook: ByMeasure };

function MeasureCells({ slug, measure, entry, outlook }: CellsProps) {
  return (
    <>
      <td className="score-measure">
        <MeasureName slug={slug} measure={measure} />
      </td>
      <td className="score-line">
        <Recent measure={measure} width={132} />
      </td>
      <td className="numeric score-value">
        <ValueCell measure={measure} entry={entry} />
        <span className="score-target">{goalText(measure)}</span>
      </td>
      <td>
        <LightPill state={measure.judgement} />
        <ForecastMark item={outlook.get(measure.id)} measure={measure} />
      </td>
      <td>
        <TrendMark trend={measure.judgement.trend} size={18} against="target" />
      </td>
      <td className="score-signal">
        <SignalNews signal={measure.signal} judgement={measure.judgement} />
      </td>
    </>
  );
}

/** The last periods: a line for numbers, the lights for yes, no and words. */
export function Recent({ measure, width }: { measure: MeasureRow; width: number }) {
  const numbers = measure.recent.some((cell) => typeof cell.value === 'number');
  return numbers ? (
    <Sparkline cells={measure.recent} width={width} height={34} />
  ) : (
    <HistoryStrip items={measure.recent.slice(-6)} size={14} />
  );
}

export function MeasureName({ slug, measure }: { slug: string; measure: MeasureRow }) {
  return (
    <>
      <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: measure.id }} search={keepMoment}>
        {measure.name}
      </Link>
      <span className="score-code">
        {measure.code}
        {measure.mandatory ? ` · ${t('score.mandatory', 'must be met')}` : ''}
        {measure.computed ? ` · ${t('score.computed', 'by formula')}` : ''}
        {measure.owner || measure.computed ? '' : ` · ${t('score.noOwner', 'no owner')}`}
        {measure.judgement.flags.includes('target_moved') ? ` · ${t('score.moved', 'target moved')}` : ''}{' '}
        <SpaceLock space={measure.space} />
      </span>
      <KeyMark cell={cellOf(measure)} />
      {measure.assumed ? <Badge tone="warn">{t('score.assumed', 'Assumed, please check')}</Badge> : null}
    </>
  );
}

export function InitiativeLine({ slug, initiative }: { slug: string; initiative: InitiativeRow }) {
  return (
    <div className="score-initiative">
      <Link to="/a/$alliance/i/$initiative" params={{ alliance: slug, initiative: initiative.id }} search={keepMoment}>
        {initiative.name}
      </Link>
      <SpaceLock space={initiative.space} />
      <ProgressBar progress={initiative.progress} planned={initiative.planned} width={130} height={6} />
      {initiative.late ? <span className="score-late">{t('score.late', 'behind plan')}</span> : null}
    </div>
  );
}

import type { ObjectiveRow } from '@/api/types';
import { t } from '@/i18n/t';
import { LightPill, TrendMark } from '@/pictures';
import type { Entry } from './entry/useEntry';
import { ValueCell } from './entry/ValueCell';
import { ForecastMark } from './forecast/ForecastMark';
import type { ByMeasure } from './forecast/outlook';
import { goalText } from './goal';
import { InitiativeLine, MeasureName, ObjectiveHead, Recent } from './MeasureTable';
import { SignalNews } from './Signal';

/** The scorecard on a phone: a card for each objective, a block for each measure. */
export function MeasureCards({
  slug,
  objectives,
  entry,
  outlook,
  withObjective = true,
}: {
  slug: string;
  objectives: readonly ObjectiveRow[];
  entry: Entry;
  outlook: ByMeasure;
  /** Left out where the page is that of the objective. */
  withObjective?: boolean;
}) {
  return (
    <ul className="score-cards">
      {objectives.map((objective) => (
        <li key={objective.id} className="score-card">
          {withObjective ? <ObjectiveHead slug={slug} objective={objective} /> : null}
          {objective.measures.length === 0 ? <p className="soft">{t('score.noMeasure', 'No measure yet')}</p> : null}
          {objective.measures.map((measure) => (
            <div key={measure.id} className="score-card-measure">
              <div>
                <MeasureName slug={slug} measure={measure} />
              </div>
              <div className="score-card-value">
                <ValueCell measure={measure} entry={entry} />
                <span className="score-target">{goalText(measure)}</span>
              </div>
              <Recent measure={measure} width={150} />
              <div className="score-card-light">
                <TrendMark trend={measure.judgement.trend} size={18} against="target" />
                <LightPill state={measure.judgement} />
              </div>
              <ForecastMark item={outlook.get(measure.id)} measure={measure} />
              <SignalNews signal={measure.signal} judgement={measure.judgement} />
            </div>
          ))}
          {objective.initiatives.map((one) => (
            <InitiativeLine key={one.id} slug={slug} initiative={one} />
          ))}
        </li>
      ))}
    </ul>
  );
}

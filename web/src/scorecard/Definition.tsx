import type { MeasureView } from '@/api/types';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { aggregations, frequencies } from './MoreFields';

/** What the measure means and how it is taken. */
export function Definition({ measure }: { measure: MeasureView }) {
  const named = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id;
  const sources: Record<string, string> = {
    person: t('source.person', 'A person'),
    formula: t('source.formula', 'A formula'),
    feed: t('source.feed', 'Another system'),
    survey: t('source.survey', 'A survey'),
    raci: t('source.raci', 'The map of who does what'),
  };
  const facts: [string, string][] = [
    [t('measure.frequency', 'How often'), named(frequencies(), measure.frequency)],
    [t('measure.aggregation', 'Over longer periods'), named(aggregations(), measure.aggregation)],
    [
      t('measure.kind', 'Lead or lag'),
      measure.kind === 'lead' ? t('kind.lead', 'Lead: moves first') : t('kind.lag', 'Lag: shows the result'),
    ],
    [t('measure.source', 'Comes from'), sources[measure.source] ?? measure.source],
    [t('measure.owner', 'Owner'), measure.owner?.name ?? t('score.noOwner', 'no owner')],
    [t('measure.due', 'Next value due'), measure.due ? date(measure.due) : '–'],
    [t('measure.review', 'Review'), measure.review_date ? date(measure.review_date) : '–'],
  ];
  return (
    <>
      <p className="detail-definition">{measure.definition || t('measure.noDefinition', 'Not defined yet.')}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

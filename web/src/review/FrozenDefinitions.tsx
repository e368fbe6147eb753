import type { Id, Scoring } from '@/api/types';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { aggregations, frequencies } from '@/scorecard/measure-words';
import { scoringWords } from '@/scorecard/scoring/draft';
import { Name } from './FrozenScorecards';
import type { FrozenDocument } from './queries';

type DefinitionsProps = { document: FrozenDocument; gone: ReadonlySet<Id>; slug: string };

/** How each measure was defined then, with the targets that were set. */
export function FrozenDefinitions({ document, gone, slug }: DefinitionsProps) {
  const named = (list: readonly { id: string; label: string }[], id: string) => list.find((one) => one.id === id)?.label ?? id;
  return (
    <ul className="review-definitions">
      {document.definitions.map(({ measure, text, targets }) => (
        <li key={measure} className="card">
          <h2>
            <span className="faint">{text.code}</span> <Name kind="m" id={measure} text={text.name} gone={gone} slug={slug} />
          </h2>
          <p>{text.definition || t('measure.noDefinition', 'Not defined yet.')}</p>
          <p className="small soft">
            {[
              named(frequencies(), text.frequency),
              named(aggregations(), text.aggregation),
              text.formula ? t('review.formula', 'formula {text}', { text: text.formula }) : '',
              text.two_keys ? t('review.keys', 'needs both sides') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {targets.length > 0 ? (
            <ul className="small">
              {targets.map((target) => (
                <li key={target.id}>
                  <b>{scoringWords(target.scoring as Scoring, text.unit)}</b>{' '}
                  <span className="soft">{t('target.since', 'from {day}', { day: date(target.effective_from) })}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="small soft">{t('review.noTarget', 'No target then')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

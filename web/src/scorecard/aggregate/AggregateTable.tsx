import '@/components/Table.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Id, ObjectiveRow } from '@/api/types';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { LightPill } from '@/pictures';
import { measured } from '@/pictures/words';
import { useAt } from '@/shell/alliance-context';
import { keepMoment } from '@/shell/filters';
import { Failed } from '@/shell/Trouble';
import { aggregateQuery, type Stretch, stretches } from './stretch';
import { ownWords, sinceWords, stretchWords } from './words';

type Props = {
  slug: string;
  objectives: readonly ObjectiveRow[];
  stretch: Stretch;
  /** The party by whose fiscal year it goes; '' is the alliance's. */
  calendar: Id | '';
};

/** The theme's measures over a longer stretch, to be read and not changed: value, light, and how many periods are in. */
export function AggregateTable({ slug, objectives, stretch, calendar }: Props) {
  const { data, error } = useQuery(aggregateQuery(slug, useAt(), stretch, calendar));
  if (error && !data) return <Failed error={error} />;
  if (!data) return <Skeleton lines={6} />;
  const label = stretches().find((one) => one.id === stretch)?.label ?? '';
  const shown = data.measures.filter((one) => objectives.some(({ id }) => id === one.objective));
  return (
    <>
      {data.stretch ? <p className="aggregate-stretch">{stretchWords(data.stretch)}</p> : null}
      <p className="soft small">
        {t('aggregate.what', 'Sums and counts are judged by the thresholds of all periods that they cover, other values by those of the last one.')}{' '}
        {shown.some((one) => one.covering)
          ? t('aggregate.covering', 'No value is split: where a measure’s own period does not fit in, its value is of that period.')
          : null}{' '}
        {data.calendar ? t('aggregate.belongs', 'A month belongs to the fiscal year in which its 15th lies, a week to that of its Thursday.') : null}
      </p>
      <div className="table-wrap aggregate-table">
        <table className="table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('score.measure', 'Measure')}</th>
              <th scope="col" className="numeric">
                {label}
              </th>
              <th scope="col">{t('score.light', 'Light')}</th>
              <th scope="col" className="numeric">
                {t('aggregate.periods', 'Periods')}
              </th>
            </tr>
          </thead>
          {objectives.map((objective) => {
            const whole = data.objectives.find((one) => one.id === objective.id);
            return (
              <tbody key={objective.id}>
                <tr className="aggregate-objective">
                  <th scope="rowgroup" colSpan={2}>
                    {objective.code} {objective.title}
                  </th>
                  <td colSpan={2}>{whole ? <LightPill state={whole} /> : null}</td>
                </tr>
                {shown
                  .filter((one) => one.objective === objective.id)
                  .map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: one.id }} search={keepMoment}>
                          <span className="code">{one.code}</span> {one.name}
                        </Link>
                        {one.covering || one.since ? (
                          <span className="aggregate-own small soft">{one.covering ? ownWords(one) : sinceWords(one)}</span>
                        ) : null}
                      </th>
                      <td className="numeric number">{one.value === null ? '–' : measured(one.value, one)}</td>
                      <td>
                        <LightPill state={one} />
                      </td>
                      <td className="numeric number soft">{one.of ? t('aggregate.of', '{have} of {of}', { have: one.have, of: one.of }) : ''}</td>
                    </tr>
                  ))}
              </tbody>
            );
          })}
        </table>
      </div>
    </>
  );
}

import '@/scorecard/scorecard.css';
import { Link } from '@tanstack/react-router';
import type { Id, MeasureRow, Scorecard } from '@/api/types';
import { Badge } from '@/components/Badge';
import { t } from '@/i18n/t';
import { LightMark, LightPill, TrendMark, themeColour } from '@/pictures';
import { shownValue, Unit } from '@/scorecard/entry/ValueCell';
import { goalText } from '@/scorecard/goal';
import { Recent } from '@/scorecard/MeasureTable';
import type { Restated } from './queries';
import { restatedText } from './words';

type FrozenProps = {
  card: Scorecard;
  restated: readonly Restated[];
  /** Identifiers of what has been removed since. */
  gone: ReadonlySet<Id>;
  slug: string;
};

/** The scorecards as they were, theme by theme; what is known otherwise by now is marked at its value. */
export function FrozenScorecards({ card, ...rest }: FrozenProps) {
  return (
    <div className="stack">
      {card.themes.map((theme) => (
        <section key={theme.id} aria-labelledby={`theme-${theme.id}`} className="stack review-theme">
          <h2 id={`theme-${theme.id}`} className="row">
            <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} />
            {theme.name}
            <LightPill state={theme.judgement} size="s" />
          </h2>
          <Theme theme={theme} {...rest} />
          {theme.narrative.analysis ? <p className="review-narrative">{theme.narrative.analysis}</p> : null}
        </section>
      ))}
    </div>
  );
}

type ThemeProps = Omit<FrozenProps, 'card'> & { theme: Scorecard['themes'][number] };

function Theme({ theme, restated, gone, slug }: ThemeProps) {
  const caption = t('score.caption', 'Scorecard: {theme}', { theme: theme.name });
  return (
    <section className="table-wrap" tabIndex={0} aria-label={caption}>
      <table className="table review-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('score.objective', 'Objective')}</th>
            <th scope="col">{t('score.measure', 'Measure')}</th>
            <th scope="col" className="minor">
              {t('score.line', 'Line and target')}
            </th>
            <th scope="col" className="numeric">
              {t('score.value', 'Value')}
            </th>
            <th scope="col">{t('score.light', 'Light')}</th>
            <th scope="col" className="minor">
              {t('score.trend', 'Trend')}
            </th>
          </tr>
        </thead>
        {theme.objectives.map((objective) => {
          const [first, ...others] = objective.measures;
          return (
            <tbody key={objective.id}>
              <tr>
                <th scope="rowgroup" rowSpan={Math.max(1, objective.measures.length)} className="review-objective">
                  <LightMark state={objective.judgement} size={18} label />{' '}
                  <Name kind="o" id={objective.id} text={objective.title} gone={gone} slug={slug} />
                  <span className="score-code">{objective.code}</span>
                </th>
                {first ? (
                  <Cells measure={first} restated={restated} gone={gone} slug={slug} />
                ) : (
                  <td colSpan={5} className="soft">
                    {t('review.noMeasure', 'No measure then')}
                  </td>
                )}
              </tr>
              {others.map((measure) => (
                <tr key={measure.id}>
                  <Cells measure={measure} restated={restated} gone={gone} slug={slug} />
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

function Cells({ measure, restated, gone, slug }: { measure: MeasureRow } & Omit<ThemeProps, 'theme'>) {
  const period = measure.value_period ?? measure.period;
  const now = restated.find((one) => one.measure === measure.id && one.period === period);
  const earlier = restated.filter((one) => one.measure === measure.id && one !== now).length;
  return (
    <>
      <td>
        <Name kind="m" id={measure.id} text={measure.name} gone={gone} slug={slug} />
        <span className="score-code">
          {measure.code}
          {measure.mandatory ? ` · ${t('score.mandatory', 'must be met')}` : ''}
        </span>
      </td>
      <td className="minor">
        <Recent measure={measure} width={116} />
      </td>
      <td className="numeric">
        <span className="value-shown number">
          {shownValue(measure)} <Unit measure={measure} />
        </span>
        <span className="score-target">{goalText(measure)}</span>
        {now ? (
          <span className="review-now">{t('review.nowIs', 'now {value}', { value: restatedText(now.after, now.state_after, measure) })}</span>
        ) : null}
        {earlier > 0 ? (
          <span className="review-now">
            {t('review.earlierToo', '{n} earlier {n|value|values} changed since', { n: earlier })}
          </span>
        ) : null}
      </td>
      <td>
        <LightPill state={measure.judgement} />
      </td>
      <td className="minor">
        <TrendMark trend={measure.judgement.trend} size={18} against="target" />
      </td>
    </>
  );
}

type NameProps = { kind: 'o' | 'm'; id: Id; text: string; gone: ReadonlySet<Id>; slug: string };

/** A link to the thing as it is now; of what is gone only the name is left. */
export function Name({ kind, id, text, gone, slug }: NameProps) {
  if (gone.has(id))
    return (
      <>
        {text} <Badge>{t('review.gone', 'removed since')}</Badge>
      </>
    );
  return kind === 'o' ? (
    <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: id }} className="review-name">
      {text}
    </Link>
  ) : (
    <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: id }} className="review-name">
      {text}
    </Link>
  );
}

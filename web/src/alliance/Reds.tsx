import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { scorecardQuery } from '@/api/queries';
import type { Alliance, MeasureRow } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { t } from '@/i18n/t';
import { LightMark, lightWord, TrendMark, valueText } from '@/pictures';
import { goalText } from '@/scorecard/goal';
import { useAt } from '@/shell/alliance-context';
import { keepMoment } from '@/shell/filters';
import { periodWord } from './words';

const first_shown = 5;

/** What is red and why: the objectives, then the measures whose objective has a calmer light. */
export function Reds({ alliance }: { alliance: Alliance }) {
  const { slug, overview, themes, rights, greens, yellows } = alliance;
  const { reds } = overview;
  const [all, setAll] = useState(false);
  const { period, side } = useAt();
  const scorecard = useQuery({ ...scorecardQuery(slug, { period, side }), enabled: rights.read_scorecard });
  const objectives = scorecard.data?.themes.flatMap((theme) => theme.objectives) ?? [];
  const measures = new Map(objectives.flatMap((one) => one.measures).map((one) => [one.code, one]));
  // What stands above already is not told twice: a red objective, and the measures that make it red.
  const told = new Set([
    ...reds.map((red) => red.code),
    ...objectives
      .filter((one) => one.judgement.light === 'red')
      .flatMap((one) => one.measures.map((measure) => measure.code)),
  ]);
  const hidden = overview.masked.filter((one) => !told.has(one.code));
  const shown = all ? hidden : hidden.slice(0, first_shown);
  const theme = (id: string) => themes.find((one) => one.id === id)?.name;
  return (
    <section className="card" aria-labelledby="overview-reds">
      <h2 id="overview-reds">
        {reds.length
          ? t('overview.reds', '{n} {n|objective is|objectives are} off track', { n: reds.length })
          : greens + yellows > 0
            ? t('overview.noreds', 'No objective is off track')
            : t('overview.unjudged', 'Nothing is judged yet')}
      </h2>
      {reds.length + greens + yellows === 0 ? <Unjudged slug={slug} mayEnter={rights.enter_observations} /> : null}
      <ul className="lines">
        {reds.map((red) => (
          <li key={red.id}>
            <Link
              to="/a/$alliance/o/$objective"
              params={{ alliance: slug, objective: red.id }}
              search={keepMoment}
              className="line"
            >
              <LightMark state={{ light: 'red' }} size={22} label={lightWord('red')} />
              <span className="line-words">
                <span className="line-title">
                  <span className="faint">{red.code}</span> {red.title}
                </span>
                <span className="small soft">{red.why}</span>
              </span>
              <span className="line-side small faint">
                {theme(red.theme)}
                {red.since && <span>{t('overview.since', 'since {period}', { period: periodWord(red.since) })}</span>}
              </span>
              <TrendMark trend={red.trend} size={18} />
            </Link>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <h3 className="overview-hidden">
          {t('overview.masked', '{n} red {n|measure|measures} under {n|an objective|objectives} with a better light', {
            n: hidden.length,
          })}
        </h3>
      )}
      <ul className="lines">
        {shown.map((one) => (
          <li key={one.code}>
            <Link to={one.link as '/'} search={keepMoment} className="line">
              <LightMark state={{ light: one.light }} size={22} label={lightWord(one.light)} />
              <span className="line-words">
                <span className="line-title">
                  <span className="faint">{one.code}</span> {one.title}
                </span>
              </span>
              <Figures measure={measures.get(one.code)} />
            </Link>
          </li>
        ))}
      </ul>
      {hidden.length > first_shown && (
        <button type="button" className="link-button small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('overview.fewer', 'Show the first five') : t('overview.all', 'Show all {n}', { n: hidden.length })}
        </button>
      )}
    </section>
  );
}

/** Value over target. */
function Figures({ measure }: { measure: MeasureRow | undefined }) {
  if (!measure) return null;
  const value = valueText(measure.value, typeof measure.value === 'number' ? measure.decimals : null);
  return (
    <span className="line-side">
      <b className="number">
        {value} {measure.value === null ? '' : measure.unit}
      </b>
      <span className="small faint">{goalText(measure)}</span>
    </span>
  );
}

function Unjudged({ slug, mayEnter }: { slug: string; mayEnter: boolean }) {
  return (
    <div className="stack overview-unjudged">
      <p className="soft">
        {t('overview.unjudged.text', 'An objective gets its light from its measures: enter their first values.')}
      </p>
      {mayEnter && (
        <ButtonLink to="/a/$alliance/scorecards" params={{ alliance: slug }} search={keepMoment} icon="table">
          {t('overview.unjudged.act', 'Enter the first values')}
        </ButtonLink>
      )}
    </div>
  );
}

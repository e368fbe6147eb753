import { Link } from '@tanstack/react-router';
import type { Alliance } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark, lightWord, TrendMark } from '@/pictures';
import { periodWord } from './words';

/** What is red and why; below it what a calmer light above would hide. */
export function Reds({ alliance: { slug, overview, themes } }: { alliance: Alliance }) {
  const { reds, masked } = overview;
  const theme = (id: string) => themes.find((one) => one.id === id)?.name;
  const hidden = masked.filter((one) => !reds.some((red) => red.code === one.code));
  return (
    <section className="card" aria-labelledby="overview-reds">
      <h2 id="overview-reds">
        {reds.length
          ? t('overview.reds', '{n} {n|objective is|objectives are} off track', { n: reds.length })
          : t('overview.noreds', 'Nothing is off track')}
      </h2>
      <ul className="lines">
        {reds.map((red) => (
          <li key={red.id}>
            <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: red.id }} className="line">
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
        <h3 className="overview-hidden">{t('overview.masked', 'Also red, under a calmer light')}</h3>
      )}
      <ul className="lines">
        {hidden.map((one) => (
          <li key={one.code}>
            <Link to={one.link as '/'} className="line">
              <LightMark state={{ light: one.light }} size={22} label={lightWord(one.light)} />
              <span className="line-words">
                <span className="line-title">
                  <span className="faint">{one.code}</span> {one.title}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

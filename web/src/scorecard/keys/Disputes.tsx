import { Link } from '@tanstack/react-router';
import type { SubmissionRow } from '@/api/types';
import { ago } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightMark, lightWord } from '@/pictures';
import { useAlliance, useSlug } from '@/shell/alliance-context';
import { SayButtons } from './SayButtons';
import { MeasureOf } from './WaitingTable';
import { exact, rowKey } from './words';

/** Values about which the sides differ: both of them, side by side, with the reason. */
export function Disputes({ rows }: { rows: readonly SubmissionRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="keys-disputed">
      <h2 id="keys-disputed">{t('keys.differ', 'The sides differ about {n} {n|value|values}', { n: rows.length })}</h2>
      <ul className="keys-disputes">
        {rows.map((row) => (
          <li key={rowKey(row)} className="card keys-dispute">
            <div className="keys-dispute-head">
              <MeasureOf row={row} />
              <span className="soft small">{row.label}</span>
            </div>
            <dl className="keys-sides">
              <div>
                <dt>{row.giver}</dt>
                <dd className="keys-side-value number">{exact(row.value, row.unit)}</dd>
                <dd className="small soft">
                  <LightMark state={{ light: row.light }} size={15} />{' '}
                  {t('keys.counts', '{light}; this one counts', { light: lightWord(row.light) })}
                </dd>
                {row.note ? <dd className="small">{row.note}</dd> : null}
              </div>
              {row.words.map((word) => (
                <div key={word.party}>
                  <dt>{word.party_name}</dt>
                  <dd className="keys-side-value number">
                    {word.verdict === 'disputed' ? exact(word.value, row.unit) : t('keys.acceptsIt', 'accepts it')}
                  </dd>
                  {word.reason ? (
                    <dd className="small">
                      <q>{word.reason}</q>
                    </dd>
                  ) : null}
                  <dd className="small faint">
                    {word.by}, {ago(word.said_at)}
                  </dd>
                </div>
              ))}
            </dl>
            <Act row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other side accepts or stays; one's own side may correct its value. */
function Act({ row }: { row: SubmissionRow }) {
  const slug = useSlug();
  const { id, rights } = useAlliance();
  if (row.may_speak) return <SayButtons named alliance={id} about={row} submission={row.submission} words={row.words} />;
  if (!rights.enter_observations) return null;
  return (
    <p className="small">
      <Link
        to="/a/$alliance/m/$measure"
        params={{ alliance: slug, measure: row.measure }}
        search={{ enter: row.period } as never}
      >
        {t('keys.correct', 'Correct the value')}
      </Link>{' '}
      <span className="soft">{t('keys.orTalk', 'or talk it over on the measure’s page.')}</span>
    </p>
  );
}

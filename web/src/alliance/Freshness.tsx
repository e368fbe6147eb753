import type { Alliance } from '@/api/types';
import { t } from '@/i18n/t';

/** How complete each side's figures are: a side that does not report is seen at once. */
export function Freshness({ parties }: { parties: Alliance['freshness'] }) {
  if (parties.length === 0) return null;
  return (
    <section className="card" aria-labelledby="overview-fresh">
      <h2 id="overview-fresh">{t('fresh.title', 'Figures in')}</h2>
      <ul className="stack fresh">
        {parties.map(({ party, name, due, missing, stale, total }) => {
          const good = Math.max(0, total - due - missing - stale);
          return (
            <li key={party ?? name}>
              <div className="fresh-head">
                <span>{name}</span>
                <span className="number soft">{t('fresh.count', '{good} of {total}', { good, total })}</span>
              </div>
              <div className="fresh-bar" aria-hidden="true">
                <span style={{ flexGrow: good }} className="fresh-good" />
                <span style={{ flexGrow: due }} className="fresh-due" />
                <span style={{ flexGrow: stale }} className="fresh-stale" />
                <span style={{ flexGrow: missing }} className="fresh-missing" />
              </div>
              <p className="small faint">{lacks(due, stale, missing)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function lacks(due: number, stale: number, missing: number): string {
  const parts = [
    due && t('fresh.due', '{n} due', { n: due }),
    stale && t('fresh.stale', '{n} old', { n: stale }),
    missing && t('fresh.missing', '{n} missing', { n: missing }),
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : t('fresh.all', 'All in');
}

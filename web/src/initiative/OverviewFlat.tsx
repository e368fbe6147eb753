import '@/alliance/lines.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { useAt } from '@/shell/alliance-context';
import { keepMoment } from '@/shell/filters';
import { initiativesQuery } from './queries';

/** What is on plan and moved nothing: one line on the overview, and the page behind it. */
export function OverviewFlat({ slug }: { slug: string }) {
  const { data } = useQuery(initiativesQuery(slug, useAt()));
  if (!data?.flat) return null;
  return (
    <section className="card" aria-labelledby="overview-flat">
      <h2 id="overview-flat">{t('initiatives.flat', 'Green initiative, flat measure')}</h2>
      <ul className="lines">
        {data.items
          .filter((one) => one.flat)
          .slice(0, 4)
          .map((one) => (
            <li key={one.id}>
              <Link to="/a/$alliance/i/$initiative" params={{ alliance: slug, initiative: one.id }} search={keepMoment} className="line">
                <Icon name="differ" size={18} />
                <span className="line-words">
                  <span className="line-title">{one.name}</span>
                  <span className="small soft">
                    {one.effects
                      .filter((effect) => effect.verdict === 'flat' || effect.verdict === 'against')
                      .map((effect) => `${effect.code} ${effect.name}`)
                      .join(', ')}
                  </span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
      <p className="small">
        <Link to="/a/$alliance/initiatives" params={{ alliance: slug }} search={keepMoment}>
          {t('initiatives.toAll', 'All initiatives, with the numbers')}
        </Link>
      </p>
    </section>
  );
}

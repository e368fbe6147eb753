import { Link } from '@tanstack/react-router';
import type { Alliance } from '@/api/types';
import { Badge } from '@/components/Badge';
import { date, percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { ProgressBar } from '@/pictures';
import { keepMoment } from '@/shell/filters';

/** The work that is under way, the late first; the notch is where it should be today. */
export function OverviewInitiatives({ alliance: { slug, overview } }: { alliance: Alliance }) {
  if (overview.initiatives.length === 0) return null;
  const late_first = [...overview.initiatives].sort((a, b) => Number(b.late) - Number(a.late));
  return (
    <section className="card" aria-labelledby="overview-initiatives">
      <h2 id="overview-initiatives">{t('overview.initiatives', 'Initiatives')}</h2>
      <ul className="lines">
        {late_first.slice(0, 8).map((one) => (
          <li key={one.id}>
            <Link to="/a/$alliance/i/$initiative" params={{ alliance: slug, initiative: one.id }} search={keepMoment} className="line">
              <span className="line-words">
                <span className="line-title">{one.name}</span>
                {one.due && <span className="small soft">{t('home.due', 'due {day}', { day: date(one.due) })}</span>}
              </span>
              {one.late && <Badge tone="warn">{t('initiative.late', 'Late')}</Badge>}
              <span className="line-progress">
                <ProgressBar label={one.name} progress={one.progress} planned={one.planned} />
              </span>
              <span className="number line-percent">{percent(one.progress)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import type { LinkEnd, ObjectiveView } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { keepMoment } from '@/shell/filters';

/** Causes at the left, the objective in the middle, effects at the right, with arrows between. */
export function Knock({ objective, slug }: { objective: ObjectiveView; slug: string }) {
  return (
    <div className="knock">
      <Ends
        label={t('map.panel.causes', 'Comes from')}
        none={t('knock.noCauses', 'Nothing leads to it.')}
        ends={objective.causes}
        slug={slug}
      />
      <Arrow shown={objective.causes.length > 0} />
      <div className="knock-self">
        <LightMark state={objective.judgement} size={20} />
        <span>
          <b>{objective.title}</b>
          <span className="score-code">{objective.code}</span>
        </span>
      </div>
      <Arrow shown={objective.effects.length > 0} />
      <Ends
        label={t('edit.leadsTo', 'Leads to')}
        none={t('knock.noEffects', 'It leads to nothing else.')}
        ends={objective.effects}
        slug={slug}
      />
    </div>
  );
}

function Arrow({ shown }: { shown: boolean }) {
  return (
    <svg
      className="knock-arrow"
      width="34"
      height="14"
      viewBox="0 0 34 14"
      aria-hidden="true"
      style={{ visibility: shown ? undefined : 'hidden' }}
    >
      <path d="M0 7h27" />
      <path className="knock-head" d="M34 7l-8-4v8z" />
    </svg>
  );
}

function Ends({ label, none, ends, slug }: { label: string; none: string; ends: readonly LinkEnd[]; slug: string }) {
  return (
    <div className="knock-ends">
      <h3>{label}</h3>
      {ends.length === 0 ? <p className="soft small">{none}</p> : null}
      <ul>
        {ends.map((end) => (
          <li key={end.link}>
            <Link
              className="knock-end"
              to="/a/$alliance/o/$objective"
              params={{ alliance: slug, objective: end.objective }}
              search={keepMoment}
            >
              <LightMark state={{ light: end.light }} size={18} label />
              <span>
                {end.title}
                <span className="score-code">
                  {[
                    end.code,
                    end.sign === 'hinders' ? t('map.hinders', 'hinders') : '',
                    end.lag_months ? t('knock.lag', 'after {n} {n|month|months}', { n: end.lag_months }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

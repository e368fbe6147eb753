import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { Scorecard } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark, LightPill, lightWord, TrendMark, themeColour } from '@/pictures';
import { keepMoment } from '@/shell/filters';
import { Interval } from './Interval';
import { Masked } from './Masked';
import { priorityWords, type Theme, themeSlug } from './theme-address';

/** Every theme as a card: its light, its reds first, a mark for each objective, its leader and priority. */
export function ThemeOverview({ card, slug }: { card: Scorecard; slug: string }) {
  return (
    <ul className="theme-grid">
      {card.themes.map((theme) => (
        <li key={theme.id}>
          <ThemeCard theme={theme} all={card.themes} slug={slug} />
        </li>
      ))}
    </ul>
  );
}

function ThemeCard({ theme, all, slug }: { theme: Theme; all: readonly Theme[]; slug: string }) {
  const { judgement } = theme;
  return (
    <article className="theme-card" style={{ '--bar': themeColour(theme.colour) } as CSSProperties}>
      <header>
        <h2>
          <Link
            to="/a/$alliance/scorecards/$theme"
            params={{ alliance: slug, theme: themeSlug(theme, all) }}
            search={keepMoment}
          >
            {theme.name}
          </Link>
        </h2>
        <span className="row theme-card-light">
          <TrendMark trend={judgement.trend} size={18} />
          <LightPill state={judgement} />
        </span>
      </header>
      {theme.description ? <p className="soft">{theme.description}</p> : null}
      <Masked masked={judgement.light === 'red' ? [] : judgement.masked} />
      <ul className="theme-marks">
        {theme.objectives.map((objective) => (
          <li key={objective.id}>
            <Link
              to="/a/$alliance/o/$objective"
              params={{ alliance: slug, objective: objective.id }}
              search={keepMoment}
              title={`${objective.title}: ${lightWord(objective.judgement.light).toLowerCase()}`}
            >
              <LightMark state={objective.judgement} size={20} label />
              <span>{objective.code}</span>
            </Link>
          </li>
        ))}
      </ul>
      <footer>
        <Interval judgement={judgement} />
        {theme.leader ? (
          <span className="soft small">
            {[t('score.ledBy', 'Led by {name}', { name: theme.leader.name }), priorityWords(theme.priority)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ) : (
          <span className="soft small">{t('score.noLeader', 'No leader yet')}</span>
        )}
      </footer>
    </article>
  );
}

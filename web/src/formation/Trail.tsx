import './formation.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Id } from '@/api/types';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { RoundScale } from './Consent';
import { trailQuery } from './queries';
import { kindWord } from './words';

/** Where an objective comes from: the cards of a workshop, the findings they rest on, and how each party rated them. */
export function ObjectiveTrail({ slug, objective }: { slug: string; objective: Id }) {
  const { data } = useQuery(trailQuery(slug, objective));
  if (!data?.workshop || data.cards.length === 0) return null;
  return (
    <section className="trail" aria-labelledby="trail">
      <h2 id="trail">{t('trail.title', 'How it came to be')}</h2>
      <p className="soft">
        <Link to="/a/$alliance/workshops/$workshop" params={{ alliance: slug, workshop: data.workshop }}>
          {data.workshop_title}
        </Link>
        {data.held_on ? `, ${date(data.held_on)}` : ''}
      </p>
      <ol className="trail-cards">
        {data.cards.map((card) => (
          <li key={card.card} className="trail-card">
            <p>
              <b>{card.title}</b>{' '}
              <span className="soft small">
                {card.merged ? t('trail.merged', 'brought by {party}, merged', { party: card.party_name }) : t('trail.brought', 'brought by {party}', { party: card.party_name })}
              </span>
            </p>
            {card.findings.length ? (
              <ul className="trail-findings">
                {card.findings.map((finding) => (
                  <li key={finding.text}>
                    <span className="small soft">{kindWord(finding.kind)}</span> {finding.text}
                  </li>
                ))}
              </ul>
            ) : null}
            {card.rounds.map((round) => (
              <div key={round.round} className="trail-round">
                <span className="small soft">{t('trail.round', 'Rating {n}', { n: round.round })}</span>
                <RoundScale round={round} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

import '@/value/value.css';
import { Badge } from '@/components/Badge';
import { t } from '@/i18n/t';
import { outcomeTone, outcomeWord } from '@/value/words';
import type { FreezeView } from './queries';

/** What the leaders hoped for, and what the other side said of it when the review was frozen. */
export function FrozenHopes({ hopes }: { hopes: FreezeView['document']['hopes'] }) {
  if (!hopes.length) return <p className="soft">{t('review.noHopes', 'No hope was written down then.')}</p>;
  const parties = [...new Set(hopes.map((one) => one.party_name))];
  return (
    <div className="hopes">
      {parties.map((party) => (
        <section key={party}>
          <h3>{party}</h3>
          <ul className="value-list">
            {hopes
              .filter((one) => one.party_name === party)
              .map((hope) => (
                <li key={hope.text} className="value-item">
                  <p className="hope-text">{hope.text}</p>
                  <p className="small soft">{[hope.leader, hope.objectives.join(', ')].filter(Boolean).join(' · ')}</p>
                  {hope.words.map((word) => (
                    <p key={word.party_name} className="value-word">
                      <Badge tone={outcomeTone(word.outcome)}>{outcomeWord(word.outcome)}</Badge>
                      <span>
                        {word.text} <span className="small soft">{word.party_name}</span>
                      </span>
                    </p>
                  ))}
                  {hope.words.length ? null : (
                    <p className="small soft">{t('review.hopeOpen', 'The other side had not said whether it came true.')}</p>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

import { useState } from 'react';
import type { Alliance } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LightPill, PartnerMark, TrendMark } from '@/pictures';
import { keepMoment } from '@/shell/filters';
import { kindWord, partnerTypeWord, periodWord } from './words';

/** Name, light and score of the alliance, and who is in it. */
export function OverviewHead({ alliance }: { alliance: Alliance }) {
  const { slug, score, trend, coverage, period } = alliance;
  return (
    <header className="overview-head">
      <div className="overview-words">
        <p className="overview-kind small faint">
          {kindWord(alliance.kind)}
          {alliance.partner_type && <span> · {partnerTypeWord(alliance.partner_type)}</span>}
        </p>
        <h1>{alliance.name}</h1>
        <Description text={alliance.description} />
        <ul className="row overview-parties">
          {alliance.parties.map((party) => (
            <li key={party.id} className="overview-party">
              <PartnerMark mark={party.mark} size={22} />
              {party.name}
              {party.state === 'invited' && <span className="faint">{t('party.invited', '(invited)')}</span>}
              {party.kind === 'neutral' && <span className="faint">{t('party.neutral', '(neutral)')}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div className="card overview-score">
        <LightPill state={{ light: alliance.light, split: alliance.split }} size="l" />
        {score !== null && (
          <p className="overview-number number">
            {Math.round(score)}
            <span className="faint"> / 100</span> <TrendMark trend={trend} size={20} />
          </p>
        )}
        <p className="small soft">
          {period && periodWord(period)}
          {coverage !== null &&
            coverage < 0.995 &&
            t('overview.coverage', ', judged by {share} of the measures by weight', { share: percent(coverage) })}
        </p>
        <ButtonLink to="/a/$alliance/map" params={{ alliance: slug }} search={keepMoment} look="primary" icon="map">
          {t('overview.map', 'Open the map')}
        </ButtonLink>
      </div>
    </header>
  );
}

/** The first sentences; the rest on demand. */
function Description({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  if (!text) return null;
  const long = text.length > 220;
  return (
    <div className="overview-text soft">
      <p data-short={long && !open ? '' : undefined}>{text}</p>
      {long && (
        <button type="button" className="link-button small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('overview.less', 'Less') : t('overview.more', 'Read on')}
        </button>
      )}
    </div>
  );
}

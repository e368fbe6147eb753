import { number } from '@/i18n/format';
import { t } from '@/i18n/t';
import { Badge } from '@/components/Badge';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import type { Round } from './queries';
import { meanText, standingTone, standingWord } from './words';

/** How far the partners agree over all cards. */
export function ConsentMeter({ percent }: { percent: number | null }) {
  if (percent === null) return null;
  const whole = Math.round(percent);
  return (
    <div className="consent">
      <span className="consent-label">{t('consent.title', 'Consent')}</span>
      <div
        role="meter"
        aria-label={t('consent.meter', 'How far the partners agree')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={whole}
        className="consent-bar"
      >
        <span style={{ inlineSize: `${whole}%` }} />
      </div>
      <b className="number">{t('consent.percent', '{n} %', { n: number(whole) })}</b>
    </div>
  );
}

/** Where each party stands on a card, from 1 to 5, and what that makes of it. */
export function RoundScale({ round }: { round: Round }) {
  const { parties } = useAlliance();
  const said = round.parties.filter((one) => one.mean !== null);
  return (
    <div className="round">
      <Badge tone={standingTone(round.consent.standing)}>{standingWord(round.consent.standing)}</Badge>
      {said.length ? (
        <div className="round-scale" aria-hidden="true">
          <span className="round-end">1</span>
          <div className="round-line">
            {said.map((one, index) => {
              const mark = parties.find(({ id }) => id === one.party)?.mark;
              return (
                <span
                  key={one.party}
                  className="round-mark"
                  style={{ insetInlineStart: `${(((one.mean ?? 1) - 1) / 4) * 100}%`, insetBlockStart: index % 2 ? '19px' : '0' }}
                >
                  {mark ? <PartnerMark mark={mark} size={18} /> : null}
                </span>
              );
            })}
          </div>
          <span className="round-end">5</span>
        </div>
      ) : null}
      <p className="small soft">
        {round.parties.map((one) => (
          <span key={one.party} className="round-party">
            {one.mean === null
              ? t('round.unheard', '{party}: nobody of {all}', { party: one.name, all: one.voters })
              : t('round.mean', '{party}: {mean} ({n} of {all})', { party: one.name, mean: meanText(one.mean), n: one.raters, all: one.voters })}
          </span>
        ))}
      </p>
      {round.reworded ? <p className="small soft">{t('round.reworded', 'Rated as “{title}”', { title: round.title })}</p> : null}
    </div>
  );
}

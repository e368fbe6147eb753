import { t } from '@/i18n/t';
import { BandsPicture, type Light, LightPill } from '@/pictures';
import { type ZoneScoring, zonesOf } from '@/pictures/chart/zones';
import { type Draft, numbersIn, scoresIn } from './draft';

const lightOf = (score: number): Light => (score * 3 >= 200 ? 'green' : score * 3 >= 100 ? 'yellow' : 'red');

/** A draft as the zones' painter reads it. */
export function zoneScoring(draft: Draft): ZoneScoring {
  const known = Object.entries(draft).filter(([, value]) => typeof value !== 'number' || Number.isFinite(value));
  return { ...Object.fromEntries(known), edges: numbersIn(draft.edges) } as unknown as ZoneScoring;
}

/** The bands that the typed limits make, or for what has no axis, the light of each answer. */
export function ScoringPicture({ draft, unit, value }: { draft: Draft; unit: string; value: number | null }) {
  if (draft.type === 'yesno')
    return (
      <p className="row">
        {t('scoring.yes', 'Yes')} <LightPill state={{ light: 'green' }} /> {t('scoring.no', 'No')}{' '}
        <LightPill state={{ light: 'red' }} />
      </p>
    );
  if (draft.type === 'texts')
    return (
      <ul className="row">
        {Object.entries(scoresIn(draft.texts)).map(([word, score]) => (
          <li key={word} className="row">
            {word} <LightPill state={{ light: Number.isFinite(score) ? lightOf(score) : 'grey' }} />
          </li>
        ))}
      </ul>
    );
  if (draft.type === 'milestone')
    return (
      <p className="row">
        {t('scoring.inTime', 'in time')} <LightPill state={{ light: 'green' }} />{' '}
        {t('scoring.lateYellow', '1 to {n} days late', { n: draft.yellow_days })}{' '}
        <LightPill state={{ light: 'yellow' }} /> {t('scoring.lateRed', 'later')} <LightPill state={{ light: 'red' }} />
      </p>
    );
  if (draft.type === 'manual' || draft.type === 'unscored') return null;
  const zones = zonesOf(zoneScoring(draft));
  if (zones.length === 0)
    return <p className="scoring-none">{t('scoring.typeLimits', 'Type the limits to see the bands.')}</p>;
  return <BandsPicture zones={zones} unit={unit} value={value} />;
}

import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import type { LevelList } from './queries';

/** How often each party missed what it promised, and how that went quarter by quarter. */
export function Tallies({ list: { by_party, quarters, ended } }: { list: LevelList }) {
  const most = Math.max(1, ...quarters.map((one) => one.met + one.missed));
  return (
    <div className="level-tallies">
      {by_party.map(({ party, promised, tally }) => (
        <section key={party.id} className="card level-tally">
          <h2 className="row">
            <PartnerMark mark={party.mark} size={20} /> {party.name}
          </h2>
          <p className="detail-value number" data-bad={tally.missed > 0 ? '' : undefined}>
            {t('level.partyMissed', '{n} missed', { n: tally.missed })}
          </p>
          <p className="small soft">
            {ended
              ? t('level.partyOfEnded', 'of {of} periods in the year to {day}, {n} {n|promise|promises}', {
                  of: tally.met + tally.missed,
                  day: date(ended),
                  n: promised,
                })
              : t('level.partyOf', 'of {of} periods in the last year, {n} {n|promise|promises}', {
                  of: tally.met + tally.missed,
                  n: promised,
                })}
            {tally.unreported > 0 && ` · ${t('level.partySilent', '{n} not reported', { n: tally.unreported })}`}
          </p>
        </section>
      ))}
      <section className="card level-tally level-quarters">
        <h2>{t('level.overTime', 'Missed, by quarter')}</h2>
        <ol>
          {quarters.map((one) => (
            <li key={one.period} title={t('level.quarter', '{quarter}: {missed} missed, {met} kept', { quarter: one.label, missed: one.missed, met: one.met })}>
              <span className="level-bar" aria-hidden="true">
                <span style={{ height: `${(one.met / most) * 100}%` }} data-standing="met" />
                <span style={{ height: `${(one.missed / most) * 100}%` }} data-standing="missed" />
              </span>
              <span className="visually-hidden">
                {t('level.quarter', '{quarter}: {missed} missed, {met} kept', { quarter: one.label, missed: one.missed, met: one.met })}
              </span>
              <span className="small number" aria-hidden="true">
                {one.missed}
              </span>
              <span className="faint level-quarter" aria-hidden="true">
                {one.label.replace(/ 20/, ' ’')}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

import './PeriodChooser.css';
import { Button } from '@/components/Button';
import { Popover } from '@/components/Popover';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { VersionList } from '@/charter/VersionChooser';
import { useAlliance, useShownPeriod, useShownVersion } from './alliance-context';
import { useFilters } from './filters';
import { byYear, columnOf, shortLabel } from './periods';

/** The reporting period: which one is shown, why, and the others. */
export function PeriodChooser() {
  const info = useShownPeriod();
  const version = useShownVersion();
  const { rights } = useAlliance();
  const [, set] = useFilters();
  if (!info) return null;
  const newest = info.available[0];
  const choose = (period: string, close: () => void) => {
    set({ period: period === info.default_period ? undefined : period });
    close();
  };
  return (
    <Popover
      side="bottom end"
      label={t('period.choose', 'Reporting period')}
      className="period-popover"
      trigger={
        <Button icon="calendar" aria-label={t('period.button', 'Reporting period: {label}', { label: info.label })}>
          {info.label}
        </Button>
      }
    >
      {(close) => (
        <>
          <p className="period-range">
            {t('period.range', '{first} to {last}', { first: date(info.first), last: date(info.last) })}
          </p>
          <p className="small soft">{info.reason}</p>
          <div className="row period-acts">
            {info.period !== info.default_period && (
              <Button size="s" onPress={() => choose(info.default_period, close)}>
                {t('period.default', 'Back to the usual one')}
              </Button>
            )}
            {newest && newest.period !== info.period && (
              <Button size="s" onPress={() => choose(newest.period, close)}>
                {t('period.today', 'Today: {label}', { label: newest.label })}
              </Button>
            )}
          </div>
          {version && rights.read_scorecard ? (
            <div className="period-version">
              <h3>{t('version.choose', 'Which version is shown')}</h3>
              <VersionList onChosen={close} />
            </div>
          ) : null}
          <dl className="period-list">
            {byYear(info.available).map(({ year, periods }) => (
              <div
                key={year}
                className="period-year"
                style={{ gridTemplateColumns: `52px repeat(${columnOf(periods[0]?.period ?? year).columns}, 1fr)` }}
              >
                <dt>{year}</dt>
                {periods.map((choice) => (
                  <dd key={choice.period} style={{ gridColumnStart: columnOf(choice.period).column + 1 }}>
                    <button
                      type="button"
                      className="period-item"
                      aria-label={choice.label}
                      aria-current={choice.period === info.period ? 'true' : undefined}
                      onClick={() => choose(choice.period, close)}
                    >
                      {shortLabel(choice, year)}
                    </button>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </>
      )}
    </Popover>
  );
}

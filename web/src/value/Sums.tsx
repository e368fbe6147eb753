import '@/components/Table.css';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import { useAlliance } from '@/shell/alliance-context';
import type { Value } from './queries';
import { exactMoney } from './words';

/** What each party has of it, currency by currency: never added across them. */
export function Sums({ value }: { value: Value }) {
  const { parties } = useAlliance();
  if (!value.sums.length) return null;
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">{value.year ? t('sums.titleOf', 'In {year}', { year: String(value.year) }) : t('sums.title', 'In all')}</h2>
      <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="sums">
        <table className="table value-table">
          <thead>
            <tr>
              <th scope="col">{t('sums.party', 'Party')}</th>
              <th scope="col" className="numeric">
                {t('sums.claimed', 'Claimed')}
              </th>
              <th scope="col" className="numeric">
                {t('sums.confirmed', 'Confirmed')}
              </th>
              <th scope="col" className="numeric">
                {t('sums.cost', 'Cost')}
              </th>
              <th scope="col" className="numeric">
                {t('sums.net', 'Confirmed less cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {value.sums.map((sum) => {
              const party = parties.find(({ id }) => id === sum.party);
              return (
                <tr key={`${sum.party}${sum.currency}`}>
                  <th scope="row">
                    <span className="value-party">
                      {party ? <PartnerMark mark={party.mark} size={20} /> : null}
                      {party?.name}
                    </span>
                  </th>
                  <td className="numeric number" data-title={t('sums.claimed', 'Claimed')}>{exactMoney(sum.claimed, sum.currency)}</td>
                  <td className="numeric number" data-title={t('sums.confirmed', 'Confirmed')}>{exactMoney(sum.confirmed, sum.currency)}</td>
                  <td className="numeric number" data-title={t('sums.cost', 'Cost')}>{exactMoney(sum.cost, sum.currency)}</td>
                  <td className="numeric number" data-title={t('sums.net', 'Confirmed less cost')}>
                    <b>{exactMoney(sum.net, sum.currency)}</b>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {value.with_private ? (
        <p className="small soft value-private">
          <Icon name="lock" size={14} />
          {t('sums.private', 'Your side’s sums hold costs that only your side sees.')}
        </p>
      ) : null}
    </section>
  );
}

import '@/components/Table.css';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { period } from '@/i18n/format';
import { t } from '@/i18n/t';
import { LineMenu } from './LineMenu';
import type { Value } from './queries';
import type { Open } from './value-page';
import { exactMoney } from './words';

/** What the alliance costs each party. */
export function Costs({ value, onOpen }: { value: Value; onOpen: (open: Open) => void }) {
  return (
    <section aria-labelledby="costs">
      <div className="value-head">
        <h2 id="costs">{t('costs.title', 'What the alliance costs')}</h2>
        {value.may_write ? (
          <Button icon="plus" className="push" onPress={() => onOpen({ what: 'cost', cost: null })}>
            {t('cost.new', 'Add a cost')}
          </Button>
        ) : null}
      </div>
      {value.costs.length === 0 ? (
        <p className="soft">{t('costs.none', 'No cost is written down.')}</p>
      ) : (
        <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="costs">
          <table className="table value-table">
            <thead>
              <tr>
                <th scope="col">{t('costs.what', 'What for')}</th>
                <th scope="col">{t('sums.party', 'Party')}</th>
                <th scope="col">{t('chart.period', 'Period')}</th>
                <th scope="col" className="numeric">
                  {t('costs.amount', 'Amount')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {value.costs.map((cost) => (
                <tr key={cost.id}>
                  <th scope="row">
                    <span className="value-party">
                      {cost.title}
                      {cost.private ? (
                        <span className="space-lock">
                          <Icon name="lock" size={12} />
                          {t('cost.private', 'Only your side')}
                        </span>
                      ) : null}
                    </span>
                  </th>
                  <td data-title={t('sums.party', 'Party')}>{cost.party_name}</td>
                  <td data-title={t('chart.period', 'Period')}>{period(cost.period)}</td>
                  <td className="numeric number" data-title={t('costs.amount', 'Amount')}>{exactMoney(cost.amount, cost.currency)}</td>
                  <td className="numeric value-act">
                    {cost.may_change ? (
                      <LineMenu
                        label={t('benefit.acts', 'Change or remove “{title}”', { title: cost.title })}
                        of={cost.title}
                        onChange={() => onOpen({ what: 'cost', cost })}
                        path={`/costs/${cost.id}`}
                        version={cost.version}
                        removed={t('cost.removed', 'Cost removed')}
                      />
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

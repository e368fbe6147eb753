import { useState } from 'react';
import { edit } from '@/api/edits';
import { SaveDialog } from '@/components/SaveDialog';
import { Switch } from '@/components/Switch';
import { TextField } from '@/components/TextField';
import { missing, type Wrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import type { Cost, Value } from './queries';
import { isPeriod, readAmount } from './words';

/** What the alliance costs one's own side. */
export function CostDialog({ value, cost, onClose }: { value: Value; cost: Cost | null; onClose: () => void }) {
  const { id: alliance } = useAlliance();
  const [title, setTitle] = useState(cost?.title ?? '');
  const [period, setPeriod] = useState(cost?.period ?? '');
  const [amount, setAmount] = useState(cost ? String(cost.amount) : '');
  const [currency, setCurrency] = useState(cost?.currency ?? value.currency);
  const [onlyUs, setOnlyUs] = useState(false);
  function check(): Wrong {
    const wrong: Record<string, string> = { ...missing({ title: [title, t('cost.needTitle', 'Say what for.')] }) };
    if (!isPeriod(period.trim())) wrong.period = t('benefit.needPeriod', 'A year, half, quarter or month: 2008, 2008-H1, 2008-Q4, 2008-06.');
    if (readAmount(amount) === null) wrong.amount = t('benefit.needAmount', 'A number with two decimals at most.');
    return wrong;
  }
  function save() {
    const body = { title: title.trim(), period: period.trim(), amount: Number(readAmount(amount)), currency: currency.trim().toUpperCase() };
    return cost
      ? edit({ method: 'PATCH', path: `/costs/${cost.id}`, version: cost.version, body, said: t('cost.changed', 'Cost changed') })
      : edit({ method: 'POST', path: `/alliances/${alliance}/costs`, body: { ...body, private: onlyUs }, said: t('cost.added', 'Cost added') });
  }
  return (
    <SaveDialog
      title={cost ? t('cost.edit', 'Change the cost') : t('cost.newTitle', 'What the alliance costs your side')}
      act={cost ? t('edit.save', 'Save') : t('edit.add', 'Add')}
      fields={['title', 'period', 'amount', 'currency']}
      check={check}
      save={async () => save()}
      onClose={onClose}
    >
      {(at) => (
        <>
          <TextField autoFocus label={t('costs.what', 'What for')} value={title} onChange={setTitle} error={at('title')} />
          <TextField label={t('chart.period', 'Period')} placeholder="2008" hint={t('benefit.periodHint', 'Such as 2008, 2008-Q4 or 2008-06')} value={period} onChange={setPeriod} error={at('period')} />
          <div className="form-pair">
            <TextField label={t('costs.amount', 'Amount')} inputMode="decimal" value={amount} onChange={setAmount} error={at('amount')} />
            <TextField label={t('cost.currency', 'Currency')} maxLength={3} value={currency} onChange={setCurrency} error={at('currency')} />
          </div>
          {!cost && value.may_be_private ? (
            <Switch isSelected={onlyUs} onChange={setOnlyUs}>
              {t('cost.onlyUs', 'Only our side sees it')}
            </Switch>
          ) : null}
        </>
      )}
    </SaveDialog>
  );
}

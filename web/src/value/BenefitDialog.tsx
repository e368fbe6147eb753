import '@/formation/formation.css';
import { useState } from 'react';
import { edit } from '@/api/edits';
import type { Id } from '@/api/types';
import { Button, IconButton } from '@/components/Button';
import { SaveDialog } from '@/components/SaveDialog';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { missing, type Wrong } from '@/components/wrong';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { ObjectiveChoice } from './ObjectiveChoice';
import type { Benefit, BenefitKind, Value } from './queries';
import { benefitKinds, benefitWord, isPeriod, readAmount } from './words';

type Amount = { key: number; party: Id; amount: string; currency: string };
let keys = 0;

/** A benefit as a claim of one's own side: what it is measured from, what shows it, how much it is for each. */
export function BenefitDialog({ value, benefit, onClose }: { value: Value; benefit: Benefit | null; onClose: () => void }) {
  const { id: alliance } = useAlliance();
  const [kind, setKind] = useState<BenefitKind>(benefit?.kind ?? 'cost');
  const [title, setTitle] = useState(benefit?.title ?? '');
  const [period, setPeriod] = useState(benefit?.period ?? '');
  const [baseline, setBaseline] = useState(benefit?.baseline ?? '');
  const [evidence, setEvidence] = useState(benefit?.evidence ?? '');
  const [objectives, setObjectives] = useState<readonly Id[]>(benefit?.objectives.map(({ id }) => id) ?? []);
  const row = (party: Id, amount = '', currency = value.currency): Amount => ({ key: ++keys, party, amount, currency });
  const [amounts, setAmounts] = useState<Amount[]>(() =>
    benefit ? benefit.amounts.map((one) => row(one.party, String(one.amount), one.currency)) : value.partners.map((one) => row(one.id)),
  );
  const given = amounts.filter((one) => one.amount.trim() !== '');
  const put = (key: number, change: Partial<Amount>) => setAmounts((old) => old.map((one) => (one.key === key ? { ...one, ...change } : one)));
  function check(): Wrong {
    const wrong: Record<string, string> = {
      ...missing({
        title: [title, t('benefit.needTitle', 'Say what the benefit is.')],
        baseline: [baseline, t('benefit.needBaseline', 'Say what it is measured from.')],
        evidence: [evidence, t('benefit.needEvidence', 'Say what shows it.')],
      }),
    };
    if (!isPeriod(period.trim())) wrong.period = t('benefit.needPeriod', 'A year, half, quarter or month: 2008, 2008-H1, 2008-Q4, 2008-06.');
    given.forEach((one, index) => {
      if (readAmount(one.amount) === null) wrong[`amounts[${index}].amount`] = t('benefit.needAmount', 'A number with two decimals at most.');
    });
    if (!given.length && (kind === 'cost' || kind === 'revenue')) wrong.amounts = t('benefit.needAmounts', 'Say how much it is for at least one party.');
    return wrong;
  }
  function save() {
    const body = {
      kind,
      title: title.trim(),
      period: period.trim(),
      baseline: baseline.trim(),
      evidence: evidence.trim(),
      amounts: given.map(({ party, amount, currency }) => ({ party, amount: Number(readAmount(amount)), currency: currency.trim().toUpperCase() })),
      objectives,
    };
    return benefit
      ? edit({ method: 'PATCH', path: `/benefits/${benefit.id}`, version: benefit.version, body, said: t('benefit.changed', 'Claim changed') })
      : edit({ method: 'POST', path: `/alliances/${alliance}/benefits`, body, said: t('benefit.added', 'Claimed. The other side can confirm it now.') });
  }
  return (
    <SaveDialog
      title={benefit ? t('benefit.edit', 'Change the claim') : t('benefit.new', 'Claim a benefit')}
      act={benefit ? t('edit.save', 'Save') : t('benefit.claim', 'Claim it')}
      width="l"
      fields={['title', 'period', 'baseline', 'evidence', 'amounts', ...given.flatMap((_, index) => [`amounts[${index}].amount`, `amounts[${index}].currency`, `amounts[${index}].party`])]}
      check={check}
      save={async () => save()}
      onClose={onClose}
    >
      {(at) => (
        <>
          {benefit?.words.length ? <p className="soft">{t('benefit.asksAnew', 'If you change the claim, the other side is asked anew.')}</p> : null}
          <SegmentedControl label={t('benefit.kind', 'In what?')} segments={benefitKinds.map((id) => ({ id, label: benefitWord(id) }))} value={kind} onChange={setKind} />
          <div className="form-pair">
            <TextField autoFocus label={t('benefit.title', 'What is the benefit?')} value={title} onChange={setTitle} error={at('title')} />
            <TextField label={t('chart.period', 'Period')} placeholder="2008-Q4" hint={t('benefit.periodHint', 'Such as 2008, 2008-Q4 or 2008-06')} value={period} onChange={setPeriod} error={at('period')} />
          </div>
          <div className="form-pair">
            <TextField rows={2} label={t('benefit.baseline', 'Baseline')} hint={t('benefit.baselineHint', 'What it is measured from')} value={baseline} onChange={setBaseline} error={at('baseline')} />
            <TextField rows={2} label={t('benefit.evidence', 'Evidence')} hint={t('benefit.evidenceHint', 'What shows it')} value={evidence} onChange={setEvidence} error={at('evidence')} />
          </div>
          <fieldset className="field value-rows">
            <legend className="field-label">{t('benefit.amounts', 'How much, for each party')}</legend>
            {amounts.map((one) => {
              const index = given.indexOf(one);
              const name = value.partners.find(({ id }) => id === one.party)?.name ?? '';
              return (
                <div key={one.key} className="value-row">
                  <Select bare label={t('sums.party', 'Party')} options={value.partners.map((party) => ({ id: party.id, label: party.name }))} value={one.party} onChange={(party) => put(one.key, { party })} />
                  <TextField
                    aria-label={t('benefit.amountFor', 'Amount for {party}', { party: name })}
                    label=""
                    placeholder={t('costs.amount', 'Amount')}
                    inputMode="decimal"
                    value={one.amount}
                    onChange={(amount) => put(one.key, { amount })}
                    error={at(`amounts[${index}].amount`) ?? at(`amounts[${index}].party`)}
                  />
                  <TextField
                    aria-label={t('benefit.currencyFor', 'Currency for {party}', { party: name })}
                    label=""
                    maxLength={3}
                    value={one.currency}
                    onChange={(currency) => put(one.key, { currency })}
                    error={at(`amounts[${index}].currency`)}
                  />
                  <IconButton size="s" icon="close" label={t('benefit.without', 'Without this amount')} onPress={() => setAmounts((old) => old.filter(({ key }) => key !== one.key))} />
                </div>
              );
            })}
            <div>
              <Button size="s" icon="plus" onPress={() => setAmounts((old) => [...old, row(value.partners[0]?.id ?? '')])}>
                {t('benefit.addAmount', 'Another amount')}
              </Button>
            </div>
            {at('amounts') ? (
              <p role="alert" className="field-error">
                {at('amounts')}
              </p>
            ) : null}
          </fieldset>
          <ObjectiveChoice chosen={objectives} onChange={setObjectives} />
        </>
      )}
    </SaveDialog>
  );
}

import { useState } from 'react';
import type { FormulaAnswer, FormulaQuestion, Id, MeasureView } from '@/api/types';
import { Icon } from '@/components/Icon';
import { Select } from '@/components/Select';
import { t } from '@/i18n/t';
import { numberText, Sparkline } from '@/pictures';
import type { MeasureDraft } from '../measure-draft';
import { FormulaField } from './FormulaField';
import { Preview, pointNumber } from './Preview';
import { useFormula } from './useFormula';

type PartProps = {
  alliance: Id;
  objective: Id;
  measure: MeasureView | undefined;
  draft: MeasureDraft;
  set: (change: Partial<MeasureDraft>) => void;
  error: string | undefined;
};

export const nullPolicies = () =>
  [
    {
      id: 'propagate',
      label: t('nulls.propagate', 'The result is missing too'),
    },
    { id: 'ignore', label: t('nulls.ignore', 'They are left out of sums and means') },
    { id: 'zero', label: t('nulls.zero', 'They count as zero') },
  ] as const;

/** The editor of a computed measure: the formula, its unit, what becomes of gaps, and what comes out. */
export function FormulaPart({ alliance, objective, measure, draft, set, error }: PartProps) {
  const [caret, setCaret] = useState(draft.formula.length);
  const question: FormulaQuestion = {
    text: draft.formula,
    caret,
    frequency: draft.frequency,
    aggregation: draft.aggregation,
    unit: draft.unit.trim(),
    nulls: draft.nulls,
    ...(measure
      ? { measure: measure.id, code: measure.code, currency: measure.currency, private: measure.space.kind !== 'shared' }
      : { objective, private: draft.private }),
  };
  const { answer, trouble } = useFormula(alliance, question);
  return (
    <div className="formula-part">
      <FormulaField
        text={draft.formula}
        caret={caret}
        answer={answer}
        error={error ?? (trouble || undefined)}
        onCaret={setCaret}
        onChange={(formula, at) => {
          setCaret(at);
          set({ formula });
        }}
      />
      <Outcome answer={answer} draft={draft} />
      <div className="form-pair formula-foot">
        <Select
          label={t('formula.nulls', 'Where a value is not there')}
          options={nullPolicies()}
          value={draft.nulls}
          onChange={(nulls) => set({ nulls })}
        />
        <a className="formula-help" href="/help/formulas" target="_blank" rel="noreferrer">
          {t('formula.help', 'All functions')} <Icon name="external" size={15} />
          <span className="visually-hidden">{t('link.newWindow', '(in a new window)')}</span>
        </a>
      </div>
    </div>
  );
}

/** The unit that follows, and the last periods. */
function Outcome({ answer, draft }: { answer: (FormulaAnswer & { of: string }) | null; draft: MeasureDraft }) {
  if (!answer || !draft.formula.trim())
    return (
      <p className="soft small">
        {t('formula.start', 'Write codes of measures and functions. Ctrl and Space shows what could stand at the caret.')}
      </p>
    );
  if (answer.problems.length > 0) return null;
  const cells = answer.preview.map((point) => ({
    value: pointNumber(point),
    state: point.state,
    target: null,
  }));
  const last = cells.findLast((cell) => cell.value !== null);
  // Nobody has said how many: as many as there are.
  const decimals = Number.isNaN(draft.decimals) ? null : draft.decimals;
  return (
    <section className="formula-outcome" aria-label={t('formula.preview', 'What comes out')}>
      <p className="formula-result">
        <b>{t('formula.preview', 'What comes out')}</b>
        <span className="soft">
          {answer.unit
            ? t('formula.unit', 'in {unit}', { unit: answer.unit })
            : t('formula.plain', 'a plain number')}
        </span>
        <Sparkline cells={cells} width={150} height={30} />
        {last?.value != null ? <b className="number">{numberText(last.value, decimals)}</b> : null}
      </p>
      <Preview points={answer.preview} decimals={decimals} />
    </section>
  );
}

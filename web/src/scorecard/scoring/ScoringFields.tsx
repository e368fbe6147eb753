import { useState } from 'react';
import { DateField } from '@/components/DateField';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import { lightWord } from '@/pictures';
import type { Draft, Errors, ScoringType } from './draft';
import { LimitField } from './LimitField';
import { ScoringPicture } from './ScoringPicture';

type FieldsProps = {
  draft: Draft;
  onChange: (draft: Draft) => void;
  unit: string;
  errors: Errors;
  value?: number | null;
};
type NumberKey = { [Key in keyof Draft]: Draft[Key] extends number ? Key : never }[keyof Draft];

const types = (): { id: ScoringType; label: string; note: string }[] => [
  { id: 'higher', label: t('type.higher', 'More is better'), note: t('type.higherNote', 'such as patients enrolled') },
  { id: 'lower', label: t('type.lower', 'Less is better'), note: t('type.lowerNote', 'such as days, or errors') },
  {
    id: 'range',
    label: t('type.range', 'Within a range'),
    note: t('type.rangeNote', 'neither too much nor too little'),
  },
  {
    id: 'target',
    label: t('type.target', 'As near as possible to a value'),
    note: t('type.targetNote', 'best in the middle'),
  },
  {
    id: 'progress',
    label: t('type.progress', 'From a start to a goal'),
    note: t('type.progressNote', 'judged by where it should be by now'),
  },
  {
    id: 'percent',
    label: t('type.percent', 'Share of a target'),
    note: t('type.percentNote', 'green from 95 %, red below 85 %'),
  },
  {
    id: 'bands',
    label: t('type.bands', 'Bands of equal worth'),
    note: t('type.bandsNote', 'edges that need not be even'),
  },
  { id: 'yesno', label: t('type.yesno', 'Yes or no'), note: '' },
  { id: 'texts', label: t('type.texts', 'Words in order'), note: t('type.textsNote', 'such as poor, fair, good') },
  {
    id: 'milestone',
    label: t('type.milestone', 'A date to be met'),
    note: t('type.milestoneNote', 'judged by days late'),
  },
  { id: 'manual', label: t('type.manual', 'A person judges'), note: t('type.manualNote', 'a light with a reason') },
  {
    id: 'unscored',
    label: t('type.unscored', 'Told in words'),
    note: t('type.unscoredNote', 'on purpose without a light'),
  },
];

/** How a value is judged: one choice, the few fields that it needs, and a picture that follows what is typed. */
export function ScoringFields({ draft, onChange, unit, errors, value = null }: FieldsProps) {
  return (
    <div className="stack scoring">
      <Select
        label={t('scoring.type', 'What is good?')}
        options={types()}
        value={draft.type}
        onChange={(type) => onChange(carry(draft, type))}
      />
      <Numbers draft={draft} onChange={onChange} unit={unit} errors={errors} />
      <div className="scoring-picture">
        <ScoringPicture draft={draft} unit={unit} value={value} />
      </div>
    </div>
  );
}

/** Another choice keeps what still makes sense: turning more into less swaps the limits. */
function carry(draft: Draft, type: ScoringType): Draft {
  const turned = (draft.type === 'higher' && type === 'lower') || (draft.type === 'lower' && type === 'higher');
  if (turned) return { ...draft, type, red: draft.green, green: draft.red, worst: Number.NaN, stretch: Number.NaN };
  const judged = type === 'higher' || type === 'lower';
  const was = draft.type === 'higher' || draft.type === 'lower';
  return judged === was ? { ...draft, type } : { ...draft, type, red: Number.NaN, green: Number.NaN };
}

function Numbers({ draft, onChange, unit, errors }: FieldsProps) {
  const [more, setMore] = useState(Number.isFinite(draft.worst) || Number.isFinite(draft.stretch));
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const field = (key: NumberKey, label: string, optional = false, own = unit) => (
    <LimitField
      key={key}
      label={label}
      optional={optional}
      unit={own}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
      error={errors[key]}
    />
  );
  const direction = (
    <Select
      label={t('scoring.direction', 'Direction')}
      options={[
        { id: 'higher', label: t('type.higher', 'More is better') },
        { id: 'lower', label: t('type.lower', 'Less is better') },
      ]}
      value={draft.direction}
      onChange={(value) => set({ direction: value })}
    />
  );
  switch (draft.type) {
    case 'higher':
    case 'lower': {
      const up = draft.type === 'higher';
      return (
        <>
          <div className="form-pair">
            {field('green', up ? t('scoring.goal', 'Goal: green from') : t('scoring.goalLow', 'Goal: green up to'))}
            {field('red', up ? t('scoring.redFrom', 'Red below') : t('scoring.redFromAbove', 'Red above'))}
          </div>
          {more ? (
            <div className="form-pair">
              {field('stretch', t('scoring.stretch', 'Full score at'), true)}
              {field('worst', t('scoring.worst', 'No score at'), true)}
            </div>
          ) : (
            <button type="button" className="link-button" onClick={() => setMore(true)}>
              {t('scoring.ends', 'Set where the score ends')}
            </button>
          )}
        </>
      );
    }
    case 'range':
    case 'target':
      return (
        <div className="form-four">
          {field('red_low', t('scoring.redLow', 'Red below'))}
          {field('green_low', t('scoring.greenLow', 'Green from'))}
          {field('green_high', t('scoring.greenHigh', 'Green to'))}
          {field('red_high', t('scoring.redHigh', 'Red above'))}
        </div>
      );
    case 'progress':
      return (
        <>
          <div className="form-pair">
            {field('baseline', t('scoring.baseline', 'Start'))}
            {field('target', t('scoring.targetValue', 'Goal'))}
          </div>
          <div className="form-three">
            <DateField
              optional
              label={t('scoring.startDate', 'From')}
              value={draft.start}
              onChange={(start) => set({ start })}
            />
            <DateField
              optional
              label={t('scoring.dueDate', 'To')}
              value={draft.due}
              onChange={(due) => set({ due })}
              error={errors.due}
            />
            <Select
              label={t('scoring.curve', 'Expected course')}
              options={[
                { id: 'linear', label: t('curve.linear', 'Even') },
                { id: 's', label: t('curve.s', 'Slow, fast, slow') },
                ...(draft.steps.length ? [{ id: 'steps' as const, label: t('curve.steps', 'In the steps given') }] : []),
              ]}
              value={draft.curve}
              onChange={(curve) => set({ curve })}
            />
          </div>
        </>
      );
    case 'percent':
      return (
        <div className="form-three">
          {field('target', t('scoring.targetValue', 'Goal'))}
          {field('baseline', t('scoring.baseline', 'Start'), true)}
          {direction}
        </div>
      );
    case 'bands':
      return (
        <div className="form-pair">
          <TextField
            label={t('scoring.edgesLabel', 'Edges, lowest first')}
            placeholder="0 4000 6000 12000"
            value={draft.edges}
            onChange={(edges) => set({ edges })}
            error={errors.edges}
          />
          {direction}
        </div>
      );
    case 'texts':
      return (
        <TextField
          rows={4}
          label={t('scoring.textsLabel', 'Words and their scores, one a line')}
          placeholder={'poor = 10\nfair = 50\ngood = 90'}
          value={draft.texts}
          onChange={(texts) => set({ texts })}
          error={errors.texts}
        />
      );
    case 'milestone':
      return (
        <div className="form-three">
          <DateField
            label={t('scoring.due', 'Due')}
            value={draft.due}
            onChange={(due) => set({ due })}
            error={errors.due}
          />
          {field('yellow_days', t('scoring.yellowDays', 'Yellow up to'), false, t('scoring.daysLate', 'days late'))}
          {field('red_days', t('scoring.redDays', 'Red from'), false, t('scoring.daysLate', 'days late'))}
        </div>
      );
    case 'manual':
      return (
        <div className="form-pair">
          <Select
            label={t('scoring.light', 'Light')}
            options={(['green', 'yellow', 'red', 'grey'] as const).map((light) => ({
              id: light,
              label: lightWord(light),
            }))}
            value={draft.light}
            onChange={(light) => set({ light })}
          />
          <TextField
            label={t('scoring.reason', 'Reason')}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
            error={errors.reason}
          />
        </div>
      );
    default:
      return null;
  }
}

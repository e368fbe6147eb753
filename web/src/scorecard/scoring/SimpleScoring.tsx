import { SegmentedControl } from '@/components/SegmentedControl';
import { t } from '@/i18n/t';
import { BandsPicture } from '@/pictures';
import { zonesOf } from '@/pictures/chart/zones';
import type { Draft, Errors } from './draft';
import { LimitField } from './LimitField';

type SimpleProps = { draft: Draft; onChange: (draft: Draft) => void; unit: string; errors: Errors };

/** More or less is better, the goal, and where red begins: enough for most measures. */
export function SimpleScoring({ draft, onChange, unit, errors }: SimpleProps) {
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const zones = zonesOf({ type: draft.type, red: draft.red, green: draft.green });
  return (
    <div className="stack scoring">
      <SegmentedControl
        label={t('scoring.better', 'What is better?')}
        size="s"
        value={draft.type === 'lower' ? 'lower' : 'higher'}
        onChange={(type) => set({ type, red: draft.green, green: draft.red })}
        segments={[
          { id: 'higher', label: t('scoring.more', 'More is better') },
          { id: 'lower', label: t('scoring.less', 'Less is better') },
        ]}
      />
      <div className="form-pair">
        <LimitField
          label={
            draft.type === 'lower' ? t('scoring.goalLow', 'Goal: green up to') : t('scoring.goal', 'Goal: green from')
          }
          unit={unit}
          value={draft.green}
          onChange={(green) => set({ green })}
          error={errors.green}
        />
        <LimitField
          label={draft.type === 'lower' ? t('scoring.redFromAbove', 'Red above') : t('scoring.redFrom', 'Red below')}
          unit={unit}
          value={draft.red}
          onChange={(red) => set({ red })}
          error={errors.red}
        />
      </div>
      <div className="scoring-picture">
        {zones.length ? (
          <BandsPicture zones={zones} unit={unit} />
        ) : (
          <p className="scoring-none">{t('scoring.typeLimits', 'Type the limits to see the bands.')}</p>
        )}
      </div>
    </div>
  );
}

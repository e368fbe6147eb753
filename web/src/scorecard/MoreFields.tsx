import { useState } from 'react';
import { SpaceChoice } from '@/access/SpaceChoice';
import { DateField } from '@/components/DateField';
import { NumberField } from '@/components/NumberField';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { TextField } from '@/components/TextField';
import { t } from '@/i18n/t';
import type { MeasureDraft } from './measure-draft';
import { aggregations, frequencies } from './measure-words';

type MoreProps = {
  draft: MeasureDraft;
  set: (change: Partial<MeasureDraft>) => void;
  canBePrivate: boolean;
  /** It is made here, so that one chooses who sees it. */
  isNew: boolean;
  /** It lies in one's own space already, where there is nobody to accept its values. */
  isPrivate: boolean;
  errors: Record<string, string>;
};

/** How often, and behind "More" all that is rarely needed. */
export function MoreFields({ draft, set, canBePrivate, isNew, isPrivate, errors }: MoreProps) {
  const [more, setMore] = useState(false);
  return (
    <>
      <Select
        label={t('measure.frequency', 'How often')}
        options={frequencies()}
        value={draft.frequency}
        onChange={(frequency) => set({ frequency })}
      />
      <button type="button" className="link-button" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? t('measure.less', 'Less') : t('measure.more', 'More')}
      </button>
      {more ? (
        <div className="stack">
          <TextField
            optional
            rows={3}
            label={t('measure.definition', 'Definition: how it is counted, and what is left out')}
            value={draft.definition}
            onChange={(definition) => set({ definition })}
          />
          <div className="form-three">
            <Select
              label={t('measure.aggregation', 'Over longer periods')}
              options={aggregations()}
              value={draft.aggregation}
              onChange={(aggregation) => set({ aggregation })}
            />
            <Select
              label={t('measure.kind', 'Lead or lag')}
              options={[
                { id: 'lead', label: t('kind.lead', 'Lead: moves first') },
                { id: 'lag', label: t('kind.lag', 'Lag: shows the result') },
              ]}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
            />
            <NumberField
              label={t('measure.decimals', 'Decimals')}
              minValue={0}
              maxValue={9}
              placeholder={t('measure.decimalsAuto', 'as the limits')}
              value={draft.decimals}
              onChange={(decimals) => set({ decimals })}
            />
          </div>
          <div className="form-three">
            <NumberField
              label={t('measure.weight', 'Weight')}
              minValue={0}
              value={draft.weight}
              onChange={(weight) => set({ weight })}
              error={errors.weight}
            />
            <NumberField
              label={t('measure.grace', 'Days of grace')}
              minValue={0}
              value={draft.grace}
              onChange={(grace) => set({ grace })}
            />
            <NumberField
              label={t('measure.carry', 'Carried forward')}
              unit={t('measure.periods', 'periods')}
              minValue={0}
              value={draft.carry}
              onChange={(carry) => set({ carry })}
            />
          </div>
          <div className="form-pair">
            <NumberField
              optional
              label={t('measure.min', 'Cannot be below')}
              value={draft.natural_min}
              onChange={(natural_min) => set({ natural_min })}
            />
            <NumberField
              optional
              label={t('measure.max', 'Cannot be above')}
              value={draft.natural_max}
              onChange={(natural_max) => set({ natural_max })}
            />
          </div>
          <Switch
            isSelected={draft.mandatory}
            onChange={(mandatory) => set({ mandatory })}
            note={t('measure.mandatoryNote', 'If it is red, the objective is red.')}
          >
            {t('measure.mandatory', 'Must be met')}
          </Switch>
          <Switch
            isSelected={draft.seasonal}
            onChange={(seasonal) => set({ seasonal })}
            note={t('measure.seasonalNote', 'The trend compares with a year ago.')}
          >
            {t('measure.seasonal', 'Has seasons')}
          </Switch>
          <Switch
            isSelected={draft.cumulative}
            onChange={(cumulative) => set({ cumulative })}
            note={t('measure.cumulativeNote', 'Each value contains those before it.')}
          >
            {t('measure.cumulative', 'Adds up')}
          </Switch>
          {draft.private || isPrivate ? null : (
            <Switch
              isSelected={draft.two_keys}
              onChange={(two_keys) => set({ two_keys, ...(two_keys ? { two_keys_from: new Date().toISOString().slice(0, 10) } : {}) })}
              note={t('measure.twoKeysNote', 'A value is provisional until the other partner accepts it.')}
            >
              {t('measure.twoKeys', 'Two keys')}
            </Switch>
          )}
          {draft.two_keys ? (
            <DateField
              optional
              label={t('measure.twoKeysFrom', 'For values given from')}
              hint={t('measure.twoKeysFromNote', 'Earlier ones stand as they are. Without a day it counts for all.')}
              value={draft.two_keys_from}
              onChange={(two_keys_from) => set({ two_keys_from })}
              error={errors.two_keys_from}
            />
          ) : null}
          <NumberField
            optional
            className="measure-note-below"
            label={t('measure.noteBelow', 'Ask for a note below a score of')}
            unit={t('measure.of100', 'of 100')}
            minValue={0}
            maxValue={100}
            value={draft.note_below}
            onChange={(note_below) => set({ note_below })}
            error={errors.note_below}
          />
          {isNew ? (
            <SpaceChoice
              value={draft.private ? 'private' : draft.space || 'shared'}
              onChange={(place) => set({ private: place === 'private', space: place === 'private' || place === 'shared' ? '' : place })}
              canBePrivate={canBePrivate}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}

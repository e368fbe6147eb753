import type { Aggregation, Frequency, MeasureView } from '@/api/types';

/** A measure's definition while it is typed. Numbers that are empty are NaN. */
export type MeasureDraft = {
  name: string;
  unit: string;
  definition: string;
  frequency: Frequency;
  aggregation: Aggregation;
  kind: 'lead' | 'lag';
  decimals: number;
  carry: number;
  grace: number;
  weight: number;
  mandatory: boolean;
  cumulative: boolean;
  seasonal: boolean;
  natural_min: number;
  natural_max: number;
  private: boolean;
  /** Of an agreement, where only its parties are to see it. */
  space: string;
  source: MeasureView['source'];
  formula: string;
  nulls: MeasureView['nulls'];
  two_keys: boolean;
  /** Two keys count for values given from this day on; '' for all. */
  two_keys_from: string;
  /** A score under it needs a note. */
  note_below: number;
};

export function emptyMeasure(): MeasureDraft {
  return {
    name: '',
    unit: '',
    definition: '',
    frequency: 'quarter',
    aggregation: 'last',
    kind: 'lag',
    decimals: Number.NaN,
    carry: 1,
    grace: 10,
    weight: 1,
    mandatory: false,
    cumulative: false,
    seasonal: false,
    natural_min: Number.NaN,
    natural_max: Number.NaN,
    private: false,
    space: '',
    source: 'person',
    formula: '',
    nulls: 'propagate',
    two_keys: false,
    two_keys_from: '',
    note_below: Number.NaN,
  };
}

export function measureDraft(measure: MeasureView): MeasureDraft {
  return {
    ...emptyMeasure(),
    name: measure.name,
    unit: measure.unit,
    definition: measure.definition,
    frequency: measure.frequency,
    aggregation: measure.aggregation,
    kind: measure.kind,
    decimals: measure.decimals,
    carry: measure.carry,
    grace: measure.grace,
    weight: measure.weight,
    mandatory: measure.mandatory,
    cumulative: measure.cumulative,
    seasonal: measure.seasonal,
    natural_min: measure.natural_min ?? Number.NaN,
    natural_max: measure.natural_max ?? Number.NaN,
    source: measure.source,
    formula: measure.formula,
    nulls: measure.nulls,
    two_keys: measure.two_keys,
    two_keys_from: measure.two_keys_from ?? '',
    note_below: measure.note_below ?? Number.NaN,
  };
}

/** What differs from the measure as it stands, or from an empty one: only that is sent. */
export function changedOf(draft: MeasureDraft, measure: MeasureView | null): Record<string, unknown> {
  const before = measure ? measureDraft(measure) : emptyMeasure();
  const found: Record<string, unknown> = measure
    ? {}
    : { name: draft.name.trim(), frequency: draft.frequency, decimals: draft.decimals };
  for (const [key, value] of Object.entries(draft)) {
    const old = before[key as keyof MeasureDraft];
    const asked = key === 'two_keys_from' && draft.two_keys && !before.two_keys;
    if (Object.is(value, old) && !asked) continue;
    // A formula that was begun and given up again would make the measure a computed one.
    if ((key === 'formula' || key === 'nulls') && draft.source !== 'formula') continue;
    if (key === 'two_keys_from') {
      if (draft.two_keys) found[key] = value || null;
    } else if (typeof value === 'number' && Number.isNaN(value)) {
      if (key.startsWith('natural') || key === 'note_below') found[key] = null;
    } else found[key] = typeof value === 'string' ? value.trim() : value;
  }
  return found;
}

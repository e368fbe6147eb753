import { t } from '@/i18n/t';

// Only what its own name tells badly; of the others the name itself is shown.
const known: Record<string, () => string> = {
  aggregation: () => t('fields.aggregation', 'Put together by'),
  base: () => t('fields.base', 'Points that lock the limits'),
  by_party: () => t('sums.party', 'Party'),
  by_person: () => t('fields.person', 'Person'),
  carry: () => t('fields.carry', 'Periods for which a value may stand in'),
  cause: () => t('fields.cause', 'Leads from'),
  effect: () => t('fields.effect', 'Leads to'),
  effective_from: () => t('fields.effective_from', 'From'),
  ends: () => t('level.ends', 'Until'),
  expires: () => t('level.ends', 'Until'),
  grace: () => t('fields.grace', 'Days of grace'),
  held_on: () => t('course.day', 'Day'),
  hoped_on: () => t('fields.hoped_on', 'Hoped for since'),
  k: () => t('fields.k', 'How many below must be green'),
  lag_months: () => t('fields.lag_months', 'Months until it shows'),
  level: () => t('fields.level', 'Service level'),
  natural_max: () => t('fields.natural_max', 'Highest possible value'),
  natural_min: () => t('fields.natural_min', 'Lowest possible value'),
  note_below: () => t('fields.note_below', 'Needs a note below'),
  pin_column: () => t('fields.pin_column', 'Column on the map'),
  pin_row: () => t('fields.pin_row', 'Row on the map'),
  retired: () => t('fields.retired', 'Retired on'),
  starts: () => t('level.starts', 'From'),
  to_party: () => t('fields.to_party', 'Promised to'),
};

/** What people call a field: "review_date" is "Review date". */
export function fieldWord(name: string): string {
  const words = known[name]?.() ?? name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { MeasureRow } from '@/api/types';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { limitText, numberText } from '@/pictures';

/** What a measure's value is wanted to be, in the person's way of writing: "≥ 700 patients", "80 % by 31 Dec 2009". */
export function goalText(measure: Pick<MeasureRow, 'goal' | 'unit' | 'decimals' | 'target'>): string {
  const { kind, low, high, day, word } = measure.goal;
  const n = (value: number | null) => (value === null ? '?' : limitText(value, measure));
  switch (kind) {
    case 'at_least':
      return `≥\u00a0${n(low)}`;
    case 'at_most':
      return `≤\u00a0${n(high)}`;
    case 'between':
      return low === null ? '?' : t('goal.between', '{low} to {high}', { low: numberText(low), high: n(high) });
    case 'reach':
      return day === null ? n(high) : t('goal.reach', '{value} by {day}', { value: n(high), day: date(day).replaceAll(' ', '\u00a0') });
    case 'towards':
      return t('goal.towards', 'towards {value}', { value: n(high) });
    case 'yes':
      return t('value.yes', 'yes');
    case 'word':
      return word ?? '';
    case 'by_day':
      return day === null ? t('goal.day', 'a day') : t('goal.by', 'by {day}', { day: date(day).replaceAll(' ', '\u00a0') });
    case 'judged':
      return t('goal.judged', 'judged by hand');
    case 'unscored':
      return t('goal.unscored', 'not judged');
    default:
      return measure.target;
  }
}

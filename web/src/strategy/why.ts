import type { Judgement, MeasureRow, ObjectiveRow } from '@/api/types';
import { percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { measured } from '@/pictures';
import { goalText } from '@/scorecard/goal';

const rank = { red: 0, yellow: 1, grey: 2, green: 3 };

/** "41 % where ≤ 35 % is the target", or why there is no value. */
export function measureWhy(measure: MeasureRow): string {
  const { judgement } = measure;
  if (judgement.state === 'missing')
    return t('why.missing', '{name}: the value for the period is missing.', { name: measure.name });
  if (judgement.state === 'na') return t('why.na', '{name}: does not apply in this period.', { name: measure.name });
  if (judgement.state === 'withheld')
    return t('why.withheld', '{name}: the value is not shared.', { name: measure.name });
  if (judgement.state === 'unscored')
    return t('why.unscored', '{name}: told in words, not scored.', { name: measure.name });
  if (judgement.state === 'error') return t('why.error', '{name}: the value cannot be judged.', { name: measure.name });
  if (measure.value === null) return t('why.none', '{name}: no value yet.', { name: measure.name });
  const value = measured(measure.value, measure);
  return t('why.value', '{name}: {value}, target {target}.', { name: measure.name, value, target: goalText(measure) });
}

/** The reasons for an objective's light in short sentences, the worst first. */
export function reasons(objective: Pick<ObjectiveRow, 'judgement' | 'measures'>, seesMeasures = true): string[] {
  const { judgement, measures } = objective;
  const found: string[] = [];
  if (judgement.overridden) found.push(t('why.override', 'Set by hand; the values alone say otherwise.'));
  for (const one of judgement.masked)
    found.push(t('why.masked', '{code} {title} is off track below it.', { code: one.code, title: one.title }));
  if (measures.length === 0 && seesMeasures) found.push(t('why.noMeasure', 'It has no measure yet, so nothing can be judged.'));
  const sorted = [...measures].sort((a, b) => rank[a.judgement.light] - rank[b.judgement.light]);
  for (const one of sorted.slice(0, 3)) found.push(measureWhy(one));
  if (judgement.stale) found.push(t('why.stale', 'A value was carried forward from the period before.'));
  return [...found, ...doubt(judgement)];
}

/** Coverage and interval, where they say something. */
export function doubt(judgement: Judgement): string[] {
  const found: string[] = [];
  if (judgement.coverage !== null && judgement.coverage < 0.995)
    found.push(t('why.coverage', '{share} of the weight has a value.', { share: percent(judgement.coverage) }));
  if (judgement.low !== null && judgement.high !== null && judgement.high - judgement.low >= 1)
    found.push(
      t('why.interval', 'The score lies between {low} and {high} of 100.', {
        low: Math.round(judgement.low),
        high: Math.round(judgement.high),
      }),
    );
  return found;
}

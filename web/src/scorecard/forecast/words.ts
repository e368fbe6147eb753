import type { Forecast, ForecastStep, MeasureView } from '@/api/types';
import { percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { limitText, measured, numberText } from '@/pictures/words';

type Named = Pick<MeasureView, 'unit' | 'decimals'>;

/** The name of a method, in the middle of a sentence. */
export function methodName(method: NonNullable<Forecast['method']>): string {
  return {
    naive: t('forecast.naive', 'last value carried on'),
    seasonal_naive: t('forecast.seasonal', 'same season last year'),
    drift: t('forecast.drift', 'mean step carried on'),
    theil_sen: t('forecast.theilSen', 'Theil–Sen line'),
    damped_holt: t('forecast.holt', 'damped Holt'),
  }[method];
}

/** "62 %"; none and all of a thousand drawn futures do not mean never and always. */
export function chanceText(chance: number): string {
  if (chance < 0.005) return t('forecast.hardly', 'under {share}', { share: percent(0.01) });
  if (chance > 0.995) return t('forecast.nearly', 'over {share}', { share: percent(0.99) });
  return percent(chance);
}

/** "50 days (46 to 55)". */
export function expectedText(step: ForecastStep, measure: Named): string {
  return t('forecast.expected', '{middle} ({low} to {high})', {
    middle: measured(step.p50, measure),
    low: numberText(step.p10, measure.decimals),
    high: numberText(step.p90, measure.decimals),
  });
}

/** One coming period in words, for the read-out of the chart. */
export function stepWords(step: ForecastStep, measure: Named): string {
  const parts = [
    t('forecast.step', '{period}: forecast {value}', { period: step.label, value: expectedText(step, measure) }),
  ];
  if (step.target !== null)
    parts.push(t('chart.target', 'target {target}', { target: limitText(step.target, measure) }));
  if (step.chance !== null)
    parts.push(t('forecast.onTrack', '{chance} chance of being on track', { chance: chanceText(step.chance) }));
  return parts.join(', ');
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What will become of the target: "62 % chance of meeting ≥ 700 by December 2009 (damped Holt, 36 values)". */
export function chanceSentence(forecast: Pick<Forecast, 'method' | 'points' | 'meets' | 'steps'>, measure: Named): string {
  const how =
    forecast.method === null
      ? ''
      : t('forecast.how', '({method}, {n} {n|value|values})', {
          method: methodName(forecast.method),
          n: forecast.points,
        });
  const { meets } = forecast;
  if (meets)
    return capital(
      t('forecast.meets', '{chance} chance of meeting {target} by {period} {how}', {
        chance: chanceText(meets.chance),
        target: meets.target,
        period: meets.label,
        how,
      }),
    );
  const last = forecast.steps.at(-1);
  if (!last) return '';
  return t('forecast.only', '{value} expected for {period} {how}', {
    value: expectedText(last, measure),
    period: last.label,
    how,
  });
}

/** How far the method was off in the past, and what that is worth. */
export function errorSentence(forecast: Forecast, measure: Named): string {
  if (forecast.error === null) return '';
  const off = t('forecast.off', 'Its past forecasts were off by {error} on average.', {
    error: measured(forecast.error, { ...measure, decimals: Math.max(1, measure.decimals) }),
  });
  if (forecast.scaled_error === null) return off;
  const share = numberText(forecast.scaled_error, 1);
  return `${off} ${t('forecast.scaled', 'That is {share} times the usual change from value to value.', { share })}`;
}

/** Why there is no forecast. */
export function noForecast(forecast: Forecast): string {
  switch (forecast.obstacle) {
    case 'too_few':
      return t('forecast.tooFew', 'No forecast yet: it takes 12 values of its own; {n} {n|is|are} missing.', {
        n: forecast.needed,
      });
    case 'cumulative':
      return t(
        'forecast.cumulative',
        'No forecast: each value contains those before it. Measure the increments instead.',
      );
    case 'not_a_number':
      return t('forecast.notANumber', 'No forecast: the values are not numbers.');
    case 'too_old':
      return t('forecast.tooOld', 'No forecast: the last value is too long ago.');
    case 'retired':
      return t('forecast.retired', 'No forecast: the measure is retired.');
    default:
      return '';
  }
}

import './forecast.css';
import { useState } from 'react';
import type { Forecast, MeasureView } from '@/api/types';
import { t } from '@/i18n/t';
import { type Light, LightMark, lightWord, numberText } from '@/pictures';
import { chanceSentence, errorSentence, methodName, noForecast } from './words';

/** A light that is only expected: its outline is dashed, and it says so. */
export function ForecastLight({ light }: { light: Light }) {
  return (
    <span className="forecast-light">
      <LightMark state={{ light }} size={16} />
      {lightWord(light)}
      <span className="forecast-word">{t('chart.forecast', 'forecast')}</span>
    </span>
  );
}

/** Below the chart: whether the target will be met, by which method, how good that was so far; or why nothing is said. */
export function ForecastLine({ measure }: { measure: MeasureView }) {
  const { forecast } = measure;
  if (forecast.obstacle !== 'none') return <p className="forecast-none soft small">{noForecast(forecast)}</p>;
  return (
    <div className="forecast-line">
      <p className="forecast-sentence">
        {forecast.meets ? <ForecastLight light={forecast.meets.light} /> : null}
        <span>{chanceSentence(forecast, measure)}</span>
      </p>
      <p className="soft small">
        {errorSentence(forecast, measure)} <Methods forecast={forecast} unit={measure.unit} />
      </p>
    </div>
  );
}

/** The methods that were compared, and how far each was off. */
function Methods({ forecast, unit }: { forecast: Forecast; unit: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('forecast.less', 'Hide the methods') : t('forecast.methods', 'Compare the methods')}
      </button>
      {open ? (
        <span className="forecast-methods">
          {forecast.candidates.map((one) => (
            <span key={one.method} data-chosen={one.method === forecast.method || undefined}>
              {methodName(one.method)} <b className="number">{numberText(one.error, 2)}</b> {unit}
              {one.method === forecast.method ? ` · ${t('forecast.chosen', 'chosen')}` : ''}
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
}

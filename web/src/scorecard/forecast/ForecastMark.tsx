import './forecast.css';
import type { MeasureRow, OutlookItem } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark, lightWord } from '@/pictures';
import { chanceSentence, chanceText } from './words';

type MarkProps = { item: OutlookItem | undefined; measure: Pick<MeasureRow, 'unit' | 'decimals'> };

/** Below a light: what is expected of it by the target's day. Dashed, so that nobody takes it for a judgement. */
export function ForecastMark({ item, measure }: MarkProps) {
  if (!item) return null;
  const sentence = chanceSentence({ ...item, steps: [] }, measure);
  return (
    <span className="forecast-mark" title={t('forecast.title', 'Forecast: {sentence}', { sentence })}>
      <span aria-hidden="true" className="forecast-mark-sign">
        <LightMark state={{ light: item.meets.light }} size={13} />
        {chanceText(item.meets.chance)}
        <span className="forecast-word">{t('chart.forecast', 'forecast')}</span>
      </span>
      <span className="visually-hidden">
        {t('forecast.spoken', 'Forecast {light}: {sentence}', { light: lightWord(item.meets.light).toLowerCase(), sentence })}
      </span>
    </span>
  );
}

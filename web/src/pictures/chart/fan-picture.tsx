import { t } from '@/i18n/t';
import { fanPath, middlePath } from './fan';
import type { ChartModel } from './model';

/** The forecast: a band that holds four of five futures, and its middle, dashed. It says what it is. */
export function Fan({ model }: { model: ChartModel }) {
  const { fan, plot } = model;
  const first = fan[0];
  if (!first) return null;
  const words = t('chart.forecast', 'forecast');
  const from = first.x + 8;
  const fits = plot.right - from > words.length * 6.4;
  // Above the fan, or where that leaves no room, below it.
  const above = Math.min(...fan.map((point) => point.high)) > plot.top + 20;
  return (
    <g className="chart-fan">
      <path className="chart-fan-band" d={fanPath(fan)} />
      <path className="chart-fan-start" d={`M${first.x.toFixed(1)} ${plot.top}V${plot.bottom}`} />
      <path className="chart-fan-middle" d={middlePath(fan)} />
      <text
        className="chart-fan-word"
        x={fits ? from : plot.right}
        y={above ? plot.top + 12 : plot.bottom - 6}
        textAnchor={fits ? 'start' : 'end'}
      >
        {words}
      </text>
    </g>
  );
}

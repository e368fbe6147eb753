import type { Alliance } from '@/api/types';
import { t } from '@/i18n/t';
import { lightWord } from '@/pictures';
import { periodWord } from './words';

type Points = Alliance['overview']['history'];

/** The score over the periods, each with its light: the way the alliance came. */
export function History({ history }: { history: Points }) {
  const points = history.filter((one) => one.score !== null).slice(-16);
  if (points.length < 2) return null;
  const width = 320;
  const height = 108;
  const x = (index: number) => 8 + (index * (width - 16)) / (points.length - 1);
  const y = (score: number) => 8 + ((100 - score) * (height - 16)) / 100;
  const path = points
    .map((one, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(one.score!).toFixed(1)}`)
    .join('');
  const first = points[0]!;
  const last = points.at(-1)!;
  return (
    <section className="card" aria-labelledby="overview-history">
      <h2 id="overview-history">{t('history.title', 'How it got here')}</h2>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="history"
        role="img"
        aria-label={t('history.words', 'Score from {a} in {first} to {b} in {last}; now {light}', {
          a: Math.round(first.score!),
          first: periodWord(first.period),
          b: Math.round(last.score!),
          last: periodWord(last.period),
          light: lightWord(last.light),
        })}
      >
        <rect x="0" y={y(100)} width={width} height={y(66.67) - y(100)} className="history-band-green" />
        <rect x="0" y={y(66.67)} width={width} height={y(33.33) - y(66.67)} className="history-band-yellow" />
        <rect x="0" y={y(33.33)} width={width} height={y(0) - y(33.33)} className="history-band-red" />
        <path d={path} className="history-line" />
        {points.map((one, index) => (
          <circle
            key={one.period}
            cx={x(index)}
            cy={y(one.score!)}
            r={index === points.length - 1 ? 4.5 : 2.6}
            className={`history-dot history-${one.light}`}
          />
        ))}
      </svg>
      <div className="history-foot small faint">
        <span>{periodWord(first.period)}</span>
        <span>{periodWord(last.period)}</span>
      </div>
    </section>
  );
}

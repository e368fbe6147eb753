import { withUnit } from '@/i18n/quantity';
import { t } from '@/i18n/t';
import { limitsOf, type Zone } from './chart/zones';
import { LightGlyph } from './light';
import { lightWord, numberText } from './words';
import './chart/chart.css';

const width = 560;
const height = 74;
const bar = 40;

/** The range that is drawn: the limits, with as much again on both sides. */
function span(limits: number[], value: number | null): [number, number] {
  const all = value === null ? limits : [...limits, value];
  const low = Math.min(...limits);
  const high = Math.max(...limits);
  const room = high - low || Math.abs(high) || 1;
  return [
    Math.min(low - room * (limits.length > 2 ? 0.4 : 1), ...all),
    Math.max(high + room * (limits.length > 2 ? 0.4 : 1), ...all),
  ];
}

/** How values are judged: the stretch of each light with its shape and word, the limits below, and one value if given. */
export function BandsPicture({
  zones,
  value = null,
  unit = '',
}: {
  zones: readonly Zone[];
  value?: number | null;
  unit?: string;
}) {
  const limits = limitsOf(zones);
  if (limits.length === 0) return null;
  const [low, high] = span(limits, value);
  const x = (place: number) => ((Math.min(high, Math.max(low, place)) - low) / (high - low)) * width;
  const words = zones.map((zone) => {
    const from = Number.isFinite(zone.from) ? numberText(zone.from) : null;
    const to = Number.isFinite(zone.to) ? numberText(zone.to) : null;
    const where =
      from === null
        ? t('bands.below', 'below {to}', { to: to ?? '' })
        : to === null
          ? t('bands.from', 'from {from}', { from })
          : t('bands.between', '{from} to {to}', { from, to });
    return `${lightWord(zone.light)}: ${where}`;
  });
  return (
    <svg
      className="bands"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${words.join('; ')} ${unit}`}
      data-picture="bands"
    >
      {zones.map((zone) => {
        const left = x(zone.from);
        const room = x(zone.to) - left;
        const word = room > 104 ? lightWord(zone.light) : '';
        const middle = left + room / 2;
        return (
          <g key={zone.from}>
            <rect
              className={`chart-zone-${zone.light} bands-zone`}
              x={left + 1}
              y="0"
              width={Math.max(0, room - 2)}
              height={bar}
              rx="5"
            />
            {room > 24 ? (
              <LightGlyph state={{ light: zone.light }} x={middle - (word ? 42 : 9)} y={bar / 2 - 9} size={18} />
            ) : null}
            <text className="bands-word" x={middle - 17} y={bar / 2 + 4.5}>
              {word}
            </text>
          </g>
        );
      })}
      {limits.map((limit, index) => (
        <text key={limit} className="bands-limit" x={x(limit)} y={bar + 19} textAnchor="middle">
          {numberText(limit)}
          {index === limits.length - 1 ? withUnit('', unit) : ''}
        </text>
      ))}
      {value === null ? null : <path className="bands-value" d={`M${x(value)} -2v${bar + 4}m0 0l-5 7h10z`} />}
    </svg>
  );
}

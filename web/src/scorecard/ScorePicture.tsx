import { LightGlyph } from '@/pictures';

const rows = [
  { light: 'green', trend: '4,20 16,17 28,18 40,12 52,8', share: 0.86 },
  { light: 'yellow', trend: '4,12 16,9 28,14 40,12 52,15', share: 0.58 },
  { light: 'green', trend: '4,19 16,16 28,12 40,11 52,7', share: 0.93 },
  { light: 'red', trend: '4,8 16,11 28,10 40,16 52,20', share: 0.3 },
] as const;

/** A finished scorecard in small: measures in rows, each with its light, its course and where it stands. */
export function ScorePicture() {
  return (
    <svg viewBox="0 0 400 232" fill="none" aria-hidden="true">
      <rect x="2" y="4" width="396" height="224" rx="10" fill="var(--surface)" stroke="var(--border)" />
      <rect x="2" y="4" width="6" height="224" rx="3" fill="var(--theme-3)" />
      <path
        d="M28 28h96M150 28h34M214 28h48M292 28h60"
        stroke="var(--border-strong)"
        strokeWidth="4"
        strokeLinecap="round"
        opacity=".5"
      />
      {rows.map(({ light, trend, share }, index) => (
        <g key={trend} transform={`translate(0 ${48 + index * 44})`}>
          <path d="M24 0h358" stroke="var(--border)" />
          <path
            d={`M28 16h${[104, 84, 96, 72][index]}M28 26h${[60, 74, 48, 56][index]}`}
            stroke="var(--border-strong)"
            strokeWidth="3.500"
            strokeLinecap="round"
            opacity=".6"
          />
          <LightGlyph state={{ light }} x={156} y={11} size={20} />
          <polyline
            points={trend}
            transform="translate(208 8)"
            stroke="var(--text-soft)"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          <rect x="292" y="18" width="80" height="7" rx="3.500" fill="var(--border)" />
          <rect x="292" y="18" width={80 * share} height="7" rx="3.500" fill="var(--accent)" />
        </g>
      ))}
    </svg>
  );
}

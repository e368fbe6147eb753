import type { Judgement } from '@/api/types';
import { doubt } from '@/strategy/why';

/** The score on its scale of 0 to 100 with the interval that missing values leave, and how much is known. */
export function Interval({ judgement, width = 150 }: { judgement: Judgement; width?: number }) {
  const { score, low, high } = judgement;
  const words = doubt(judgement);
  if (score === null && low === null) return null;
  const x = (value: number) => 4 + (value / 100) * (width - 8);
  const label = [score === null ? '' : `Score ${Math.round(score)} of 100.`, ...words].filter(Boolean).join(' ');
  return (
    <svg className="interval" width={width} height="20" viewBox={`0 0 ${width} 20`} role="img" aria-label={label}>
      <title>{label}</title>
      <rect className="chart-zone-red" x={x(0)} y="6" width={x(100 / 3) - x(0)} height="8" />
      <rect className="chart-zone-yellow" x={x(100 / 3)} y="6" width={x(100 / 3) - x(0)} height="8" />
      <rect className="chart-zone-green" x={x(200 / 3)} y="6" width={x(100 / 3) - x(0)} height="8" />
      <rect className="interval-frame" x={x(0)} y="6" width={x(100) - x(0)} height="8" rx="2" />
      {low !== null && high !== null && high - low >= 1 ? (
        <rect className="interval-span" x={x(low)} y="8.500" width={x(high) - x(low)} height="3" />
      ) : null}
      {score === null ? null : <path className="interval-score" d={`M${x(score)} 2v16`} />}
    </svg>
  );
}

import { t } from '@/i18n/t';
import './chart/chart.css';

/** Work done, from 0 to 1, with a stroke where the plan has it today. */
export function ProgressBar({
  progress,
  planned,
  width = 120,
  height = 8,
  label,
}: {
  progress: number;
  planned?: number | null;
  width?: number;
  height?: number;
  label?: string;
}) {
  const place = (share: number) => Math.min(1, Math.max(0, share)) * width;
  const middle = height / 2 + 2;
  const done = t('progress.done', '{n} % done', { n: Math.round(progress * 100) });
  const plan =
    typeof planned === 'number' ? t('progress.planned', ', {n} % planned', { n: Math.round(planned * 100) }) : '';
  const words = label ?? `${done}${plan}`;
  return (
    <svg
      className="pic-progress"
      width={width}
      height={height + 4}
      viewBox={`0 0 ${width} ${height + 4}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
      data-picture="progress"
    >
      <rect className="pic-progress-ground" x="0" y="2" width={width} height={height} rx={height / 2} />
      {progress > 0 ? (
        <rect
          className="pic-progress-done"
          x="0"
          y="2"
          width={Math.max(height, place(progress))}
          height={height}
          rx={height / 2}
        />
      ) : null}
      {typeof planned === 'number' ? (
        <path
          className="pic-progress-planned"
          d={`M${Math.max(1, Math.min(width - 1, place(planned)))} ${middle - height / 2 - 2}v${height + 4}`}
        />
      ) : null}
    </svg>
  );
}

import { percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import './chart/chart.css';

type ProgressProps = {
  progress: number;
  planned?: number | null;
  /** As wide as there is room unless given. */
  width?: number;
  height?: number;
  /** What it is of, before the words for how far it is. */
  label?: string;
};

/** Work done, from 0 to 1, with a stroke where the plan has it today. */
export function ProgressBar({ progress, planned, width, height = 8, label }: ProgressProps) {
  const share = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;
  const done = t('progress.done', '{share} done', { share: percent(progress) });
  const plan =
    typeof planned === 'number' ? t('progress.planned', ', {share} planned', { share: percent(planned) }) : '';
  return (
    <svg
      className="pic-progress"
      width={width ?? '100%'}
      height={height + 4}
      role="img"
      aria-label={`${label ? `${label}: ` : ''}${done}${plan}`}
      data-picture="progress"
    >
      <rect className="pic-progress-ground" x="0" y="2" width="100%" height={height} rx={height / 2} />
      {progress > 0 ? (
        <rect className="pic-progress-done" x="0" y="2" width={share(progress)} height={height} rx={height / 2} />
      ) : null}
      {typeof planned === 'number' ? (
        <line className="pic-progress-planned" x1={share(planned)} x2={share(planned)} y1="0" y2={height + 4} />
      ) : null}
    </svg>
  );
}

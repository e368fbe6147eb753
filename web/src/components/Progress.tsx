import './Progress.css';
import { percent } from '@/i18n/format';

type ProgressProps = { label: string; value: number; planned?: number | undefined; late?: boolean };

/** A bar from 0 to 1; a notch shows what was planned for today. */
export function Progress({ label, value, planned, late }: ProgressProps) {
  const share = Math.max(0, Math.min(1, value));
  return (
    <div
      className="progress"
      data-late={late ? '' : undefined}
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={percent(share)}
    >
      <div className="progress-bar" style={{ width: `${share * 100}%` }} />
      {planned !== undefined && planned > 0 && planned < 1 && (
        <div className="progress-plan" style={{ left: `${planned * 100}%` }} />
      )}
    </div>
  );
}

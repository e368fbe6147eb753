import './possession.css';
import type { Job } from '@/api/types';
import { t } from '@/i18n/t';

/** How far it is, as a bar and in words. */
export function JobProgress({ job }: { job: Job | null }) {
  const share = (job?.done ?? 0) / 1000;
  return (
    <div className="job">
      <progress className="job-bar" value={share} max={1} aria-label={t('job.progress', 'Progress')} />
      <p className="small faint" role="status">
        {job?.what || t('job.begins', 'It begins …')}
      </p>
    </div>
  );
}

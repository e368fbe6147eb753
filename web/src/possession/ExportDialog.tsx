import '@/auth/notice.css';
import { useEffect, useRef } from 'react';
import { base, call } from '@/api/client';
import type { Job } from '@/api/types';
import { Button, ButtonAnchor } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { size } from '@/files/size';
import { t } from '@/i18n/t';
import { JobProgress } from './JobProgress';
import { useJob } from './job';

type Props = {
  /** The alliance; without one, everything that the person may see. */
  alliance?: { id: string; name: string } | undefined;
  onClose: () => void;
};

/** Takes everything away as one file: it is made while the person looks on, and saved when it is ready. */
export function ExportDialog({ alliance, onClose }: Props) {
  const { job, error } = useJob(() => call<Job>('POST', alliance ? `/alliances/${alliance.id}/exports` : '/exports'));
  const link = useRef<HTMLAnchorElement>(null);
  const ready = job?.state === 'done';
  useEffect(() => {
    if (ready) link.current?.click();
  }, [ready]);
  const problem = error || (job?.state === 'failed' ? job.problem : '');
  const foot = (
    <>
      <Button onPress={onClose}>{ready || problem ? t('dialog.close', 'Close') : t('dialog.cancel', 'Cancel')}</Button>
      {ready && (
        <ButtonAnchor
          ref={link}
          look="primary"
          icon="download"
          href={`${base}/jobs/${job.id}/file`}
          download={job.file}
        >
          {t('everything.save', 'Save {size}', { size: size(job.bytes) })}
        </ButtonAnchor>
      )}
    </>
  );
  return (
    <Dialog title={t('everything.title', 'Take everything away')} isOpen onClose={onClose} foot={foot}>
      <div className="stack">
        <p className="soft">
          {alliance
            ? t(
                'everything.text',
                'All that you may see of {name}, as a ZIP file in open forms: plan, values, versions, freezes, comments, and the record with its proofs. It can be read without Entente, and brought into another installation.',
                { name: alliance.name },
              )
            : t(
                'everything.all',
                'All that you may see of every alliance, each as a ZIP file of its own inside one. It can be read without Entente, and brought into another installation.',
              )}
        </p>
        {problem ? (
          <p role="alert" className="notice">
            {problem}
          </p>
        ) : ready ? (
          <p role="status">{t('everything.ready', 'Ready. The file is being saved.')}</p>
        ) : (
          <JobProgress job={job} />
        )}
      </div>
    </Dialog>
  );
}

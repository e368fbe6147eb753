import '@/auth/notice.css';
import './possession.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { call, get, query } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import type { BroughtPreview, Job } from '@/api/types';
import { Button } from '@/components/Button';
import { FileDrop } from '@/components/FileDrop';
import { PageHeader } from '@/components/PageHeader';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { useTitle } from '@/shell/title';
import { BringInPreview } from './BringInPreview';
import { JobProgress } from './JobProgress';
import { follow, giveUp } from './job';

/** An export from another installation: looked through first, shown, then brought in. */
export function BringInPage() {
  useTitle(t('bringin.title', 'Bring in an export'));
  const navigate = useNavigate();
  const [job, setJob] = useState<Job | null>(null);
  const [preview, setPreview] = useState<BroughtPreview | null>(null);
  const [party, setParty] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const over = useRef(false);
  const latest = useRef<Job | null>(null);
  useEffect(() => {
    over.current = false;
    return () => {
      over.current = true;
      giveUp(latest.current);
    };
  }, []);

  function show(next: Job) {
    latest.current = next;
    setJob(next);
  }
  const isOver = () => over.current;

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    setError('');
    try {
      await work();
    } catch (reason) {
      setError(words(reason));
    } finally {
      setBusy(false);
    }
  }

  const look = (file: File) =>
    attempt(async () => {
      const sent = await call<Job>('POST', '/imports/alliance', { raw: { content: file, type: 'application/zip' } });
      const looked = await follow(sent, show, isOver);
      if (looked?.state === 'failed') setError(looked.problem);
      else if (looked) setPreview(await get<BroughtPreview>(`/jobs/${looked.id}/preview`));
    });

  const choose = (id: string) =>
    attempt(async () => {
      setPreview(await get<BroughtPreview>(`/jobs/${job!.id}/preview${query({ party: id })}`));
      setParty(id);
    });

  const bringIn = () =>
    attempt(async () => {
      const begun = await call<Job>('POST', `/jobs/${job!.id}/import`, { body: party ? { party } : {} });
      const done = await follow(begun, show, isOver);
      if (!done) return;
      if (done.state === 'failed') {
        setPreview(null);
        setError(done.problem);
        return;
      }
      apply({});
      toast({ text: t('bringin.done', '{name} is here', { name: done.title }) });
      void navigate({ to: '/a/$alliance', params: { alliance: done.slug! } });
    });

  function again() {
    setPreview(null);
    setJob(null);
    setParty('');
    setError('');
  }

  return (
    <Content>
      <PageHeader title={t('bringin.title', 'Bring in an export')}>
        {t('bringin.text', 'An alliance that was taken away from another installation. You see what is in the file before anything is written.')}
      </PageHeader>
      <div className="import">
        {error && (
          <p role="alert" className="notice">
            {error}
          </p>
        )}
        {preview ? (
          <BringInPreview
            preview={preview}
            party={party}
            onParty={choose}
            busy={busy}
            job={busy ? job : null}
            onBringIn={bringIn}
            onBack={again}
          />
        ) : busy ? (
          <section className="card stack">
            <p>{t('bringin.looking', 'The file is sent and looked through: every file in it, and every proof.')}</p>
            <JobProgress job={job} />
          </section>
        ) : (
          <FileDrop
            label={t('bringin.drop', 'Drop the ZIP file of an export here')}
            button={t('import.choose', 'Choose a file')}
            accept={['application/zip', '.zip']}
            onFile={look}
          >
            {t(
              'bringin.how',
              'The file comes from “Export”, “Everything (ZIP)” in the other installation, or from “entente export alliance”. 200 MB at most; the operator brings in larger ones with “entente import alliance”.',
            )}
          </FileDrop>
        )}
        {error && !preview && !busy && job && <Button onPress={again}>{t('preview.back', 'Another file')}</Button>}
      </div>
    </Content>
  );
}

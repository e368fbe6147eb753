import './Trouble.css';
import { useParams, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiError } from '@/api/client';
import { client } from '@/api/client-query';
import { words } from '@/api/edits';
import { allianceQuery } from '@/api/queries';
import { Button, ButtonLink } from '@/components/Button';
import { t } from '@/i18n/t';
import { useTitle } from './title';

const NotHere = lazy(() => import('./NotHere'));

/** What cannot be seen does not exist: one page for both. Within an alliance that one sees, the alliance's own. */
export function NotFound() {
  const { alliance = '' } = useParams({ strict: false }) as { alliance?: string };
  if (!client.getQueryData(allianceQuery(alliance).queryKey)) return <Nowhere />;
  return (
    <Suspense>
      <NotHere />
    </Suspense>
  );
}

function Nowhere() {
  useTitle(t('missing.title', 'Not here'));
  return (
    <main id="content" className="trouble">
      <p className="trouble-mark" aria-hidden="true">
        ?
      </p>
      <h1>{t('missing.title', 'Not here')}</h1>
      <p className="soft">{t('missing.text', 'There is nothing at this address, or nothing that you may see.')}</p>
      <div className="row">
        <ButtonLink to="/" look="primary">
          {t('missing.home', 'Go home')}
        </ButtonLink>
        <ButtonLink to="/alliances">{t('missing.alliances', 'All alliances')}</ButtonLink>
      </div>
    </main>
  );
}

/** Something went wrong while a page was made. */
export function Failed({ error }: { error: unknown }) {
  return error instanceof ApiError && error.status === 404 ? <NotFound /> : <DidNotWork error={error} />;
}

function DidNotWork({ error }: { error: unknown }) {
  const router = useRouter();
  useTitle(t('failed.title', 'That did not work'));
  const request = error instanceof ApiError ? error.request : '';
  return (
    <main id="content" className="trouble">
      <p className="trouble-mark" aria-hidden="true">
        !
      </p>
      <h1>{t('failed.title', 'That did not work')}</h1>
      <p className="soft">{words(error)}</p>
      {request && <p className="small faint">{t('failed.request', 'Request {id}', { id: request })}</p>}
      <div className="row">
        <Button look="primary" onPress={() => router.invalidate()}>
          {t('failed.again', 'Try again')}
        </Button>
        <ButtonLink to="/">{t('missing.home', 'Go home')}</ButtonLink>
      </div>
    </main>
  );
}

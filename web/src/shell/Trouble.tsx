import './Trouble.css';
import { useRouter } from '@tanstack/react-router';
import { ApiError } from '@/api/client';
import { words } from '@/api/edits';
import { Button, ButtonLink } from '@/components/Button';
import { t } from '@/i18n/t';
import { useTitle } from './title';

/** What cannot be seen does not exist: one page for both. */
export function NotFound() {
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
  const router = useRouter();
  useTitle(t('failed.title', 'That did not work'));
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
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

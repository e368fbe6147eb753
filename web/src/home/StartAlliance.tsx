import { ButtonLink } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { t } from '@/i18n/t';
import { StartPicture } from './StartPicture';

/** Where there is no alliance yet: a finished map in small, what the page will be, and how to begin. */
export function StartAlliance({ title, text }: { title: string; text: string }) {
  return (
    <div className="card">
      <EmptyState
        title={title}
        picture={<StartPicture />}
        acts={
          <>
            <ButtonLink to="/alliances/new" look="primary" icon="plus">
              {t('home.start.act', 'Start an alliance')}
            </ButtonLink>
            <ButtonLink to="/alliances/new" search={{ template: 'sample' } as never} icon="eye">
              {t('sample.show', 'Show sample')}
            </ButtonLink>
          </>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}

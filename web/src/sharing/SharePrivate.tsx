import { lazy, Suspense, useState } from 'react';
import type { Id } from '@/api/types';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import type { ShareKind } from './ShareDialog';

const ShareDialog = lazy(() => import('./ShareDialog').then((part) => ({ default: part.ShareDialog })));

type ShareProps = { slug: string; kind: ShareKind; id: Id; name: string; space: { kind: string }; canEdit: boolean };

/** Beside what one's own side keeps to itself: a way to share it. */
export function SharePrivate({ space, canEdit, ...thing }: ShareProps) {
  const [open, setOpen] = useState(false);
  if (space.kind !== 'private' || !canEdit) return null;
  return (
    <>
      <Button size="s" icon="share" onPress={() => setOpen(true)}>
        {t('share.act', 'Share it')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ShareDialog {...thing} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

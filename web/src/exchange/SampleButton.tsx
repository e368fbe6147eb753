import { useState } from 'react';
import type { Id } from '@/api/types';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import { showSample } from './sample';

/** "Show sample", for pages that are still empty. */
export function SampleButton({ alliance }: { alliance: Id }) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      icon="eye"
      isPending={busy}
      onPress={async () => {
        setBusy(true);
        await showSample(alliance);
        setBusy(false);
      }}
    >
      {t('sample.show', 'Show sample')}
    </Button>
  );
}

import './sample-strip.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { importsQuery } from '@/api/queries';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { removeImport } from './sample';

/** As long as the sample is in an alliance: a line that says so, and one click that takes it away. */
export function SampleStrip() {
  const alliance = useAlliance();
  const { data } = useQuery({ ...importsQuery(alliance.slug), enabled: alliance.rights.edit_draft });
  const [busy, setBusy] = useState(false);
  const sample = data?.items.find((one) => one.kind === 'sample');
  if (!sample) return null;
  return (
    <aside className="sample-strip" aria-label={t('sample.strip', 'Sample')}>
      <p>{t('sample.is', 'This is a sample. Your own plan takes its place once you remove it.')}</p>
      <Button
        size="s"
        icon="trash"
        isPending={busy}
        onPress={async () => {
          setBusy(true);
          await removeImport(sample.id, t('sample.gone', 'The sample is gone'));
          setBusy(false);
        }}
      >
        {t('sample.remove', 'Remove sample')}
      </Button>
    </aside>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import { t } from '@/i18n/t';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }));

/** Everything out, and an alliance in. */
export function MoreMenu() {
  const navigate = useNavigate();
  const [everything, setEverything] = useState(false);
  const more = t('alliances.more', 'Take away or bring in');
  return (
    <>
      <Menu label={more} trigger={<IconButton icon="more" label={more} />}>
        <MenuItem
          icon="download"
          onAction={() => setEverything(true)}
          note={t('alliances.everything.note', 'All that you may see, with the records')}
        >
          {t('alliances.everything', 'Take everything away (ZIP)')}
        </MenuItem>
        <MenuItem
          icon="upload"
          onAction={() => void navigate({ to: '/alliances/bring-in' })}
          note={t('alliances.bringin.note', 'An alliance from another installation')}
        >
          {t('bringin.title', 'Bring in an export')}
        </MenuItem>
      </Menu>
      {everything && (
        <Suspense fallback={null}>
          <ExportDialog onClose={() => setEverything(false)} />
        </Suspense>
      )}
    </>
  );
}

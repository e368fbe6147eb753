import { SegmentedControl } from '@/components/SegmentedControl';
import { t } from '@/i18n/t';
import { useAlliance, useShownPeriod } from './alliance-context';
import { useFilters } from './filters';

/** Joint: what all parties share. Only us: with our own private matters. Shown where it makes a difference. */
export function SideSwitch() {
  const info = useShownPeriod();
  const [filters, set] = useFilters();
  const { rights } = useAlliance();
  if (!info || !rights.private) return null;
  return (
    <SegmentedControl
      label={t('side.label', 'Whose view')}
      value={filters.side === 'ours' ? 'ours' : 'joint'}
      onChange={(side) => set({ side: side === 'ours' ? 'ours' : undefined })}
      segments={[
        { id: 'joint', label: t('side.joint', 'Joint') },
        { id: 'ours', label: t('side.ours', 'Only us') },
      ]}
    />
  );
}

import './only-us.css';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { useAlliance, useShownPeriod } from '@/shell/alliance-context';
import { useFilters } from '@/shell/filters';

/** Across the page as long as one's own view is shown: who sees it, and the way back to the joint one. */
export function OnlyUsStrip() {
  const { parties, me, rights } = useAlliance();
  const [filters, set] = useFilters();
  const info = useShownPeriod();
  if (!info || filters.side !== 'ours' || !rights.private) return null;
  const own = parties.find((party) => party.id === me.party)?.name ?? t('side.own', 'your side');
  return (
    <aside className="only-us" aria-label={t('side.label', 'Whose view')}>
      <p>
        <Icon name="lock" size={16} />
        {t('side.strip', 'Only {name} sees this', { name: own })}
      </p>
      <Button size="s" onPress={() => set({ side: undefined })}>
        {t('side.back', 'Back to the joint view')}
      </Button>
    </aside>
  );
}

import './only-us.css';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { useAlliance, useShownPeriod } from '@/shell/alliance-context';
import { useFilters } from '@/shell/filters';
import { SideSwitch } from '@/shell/SideSwitch';

/**
 * Across the page as long as one's own view is shown: who sees it, and the way back to the joint one. On a phone, whose top
 * bar has no room for it, the switch itself stands here, always.
 */
export function OnlyUsStrip() {
  const { parties, me, rights } = useAlliance();
  const [filters, set] = useFilters();
  const info = useShownPeriod();
  if (!info || !rights.private) return null;
  const ours = filters.side === 'ours';
  const own = parties.find((party) => party.id === me.party)?.name ?? t('side.own', 'your side');
  return (
    <div role="group" className="only-us" data-ours={ours ? '' : undefined} aria-label={t('side.strip.label', 'Whose view is shown')}>
      <span className="only-us-switch">
        <SideSwitch />
      </span>
      {ours ? (
        <>
          <p>
            <Icon name="lock" size={16} />
            {t('side.strip', 'Only {name} sees this', { name: own })}
          </p>
          <Button size="s" onPress={() => set({ side: undefined })}>
            {t('side.back', 'Back to the joint view')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

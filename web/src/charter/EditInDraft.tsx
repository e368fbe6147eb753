import { ButtonLink } from '@/components/Button';
import type { AllianceHead } from '@/api/types';
import { t } from '@/i18n/t';
import { useFilters } from '@/shell/filters';
import { isOpen } from './basis';
import { inDraft } from './VersionBanner';

type Plan = { alliance: AllianceHead; space?: { kind: string } };

/**
 * Whether the plan can be changed where it is shown, for one who may. What is in a version of the charter is changed in
 * the draft; private things are no part of it.
 */
export function usePlanEdit(plan: Plan | undefined, may: boolean): { canEdit: boolean; inDraft: boolean } {
  const [filters] = useFilters();
  if (!plan || !may) return { canEdit: false, inDraft: false };
  const open = isOpen(plan.alliance, filters) || (plan.space?.kind === 'private' && !filters.on);
  return { canEdit: open, inDraft: !open };
}

/** In the place of an edit: the same page by the draft. */
export function EditInDraft({ className }: { className?: string }) {
  return (
    <ButtonLink to="." search={inDraft} size="s" icon="edit" className={className}>
      {t('version.edit', 'Edit in the draft')}
    </ButtonLink>
  );
}

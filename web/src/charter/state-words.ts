import { t } from '@/i18n/t';
import type { CharterState } from './queries';

export function stateWord(state: CharterState): string {
  return {
    proposed: t('charter.state.proposed', 'Waits for the partners'),
    returned: t('charter.state.returned', 'Returned'),
    voided: t('charter.state.voided', 'Void, the draft was edited'),
    withdrawn: t('charter.state.withdrawn', 'Withdrawn'),
    in_force: t('charter.state.in_force', 'In force'),
    superseded: t('charter.state.superseded', 'Replaced'),
  }[state];
}

/** "Version 2", "the draft", "an empty page". */
export function versionWord(name: string): string {
  if (name === 'draft') return t('charter.theDraft', 'Draft');
  if (name === 'nothing') return t('charter.nothing', 'Empty page');
  return t('basis.version', 'Version {n}', { n: name });
}

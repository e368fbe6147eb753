import { t } from '@/i18n/t';
import type { MarkKind } from './map-marks';

export const glyphOf: Record<MarkKind, string> = { added: '+', gone: '−', moved: '→', changed: '≠' };

export function markWord(mark: MarkKind): string {
  return {
    added: t('change.added', 'Added'),
    gone: t('change.removed', 'Removed'),
    moved: t('change.moved', 'Moved'),
    changed: t('change.changed', 'Changed'),
  }[mark];
}

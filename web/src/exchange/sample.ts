import { call } from '@/api/client';
import { words } from '@/api/edits';
import { apply } from '@/api/events';
import type { Id, ShownSample } from '@/api/types';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

/** Fills an empty map and its scorecards with the sample plan, and offers to take it away again. False when it failed. */
export async function showSample(alliance: Id): Promise<boolean> {
  try {
    const { id, objectives, measures } = await call<ShownSample>('POST', `/alliances/${alliance}/sample`);
    apply({});
    toast({
      text: t('sample.shown', 'The sample is here: {n} objectives, {m} measures', { n: objectives, m: measures }),
      undo: () => removeImport(id, t('sample.gone', 'The sample is gone')),
    });
    return true;
  } catch (reason) {
    toast({ text: words(reason), kind: 'error' });
    return false;
  }
}

/** Takes what was brought in away again. */
export async function removeImport(id: Id, said: string): Promise<void> {
  try {
    await call('POST', `/imports/${id}/undo`);
    apply({});
    toast({ text: said });
  } catch (reason) {
    toast({ text: words(reason), kind: 'error' });
  }
}

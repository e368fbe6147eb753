import { IconButton } from '@/components/Button';
import { toast } from '@/components/toasts';
import { t } from '@/i18n/t';

/** Copies the address of what is on the screen, filters included. It opens only for those who may see it. */
export function ShareButton() {
  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      toast({ text: t('share.copied', 'Link copied. It opens only for people who may see this page.') });
    } catch {
      toast({
        text: t('share.refused', 'The browser did not allow copying. The address bar holds the link.'),
        kind: 'error',
      });
    }
  }
  return (
    <IconButton icon="share" look="plain" label={t('share.label', 'Copy link')} onPress={copy} className="bar-share" />
  );
}

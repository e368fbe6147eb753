import { useState } from 'react';
import { Button } from '@/components/Button';
import { t } from '@/i18n/t';

/** Something to be handed over, shown in full, with a button that copies it. */
export function CopyLink({ link, label = t('copy.link', 'Link') }: { link: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }
  return (
    <div className="copy-link">
      <input className="input" readOnly value={link} aria-label={label} onFocus={(event) => event.target.select()} />
      <Button icon={copied ? 'check' : 'share'} onPress={copy}>
        {copied ? t('copy.done', 'Copied') : t('copy.act', 'Copy')}
      </Button>
    </div>
  );
}

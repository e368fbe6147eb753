import './digest.css';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { longDigest, shortDigest } from './versions';

/** The fingerprint of a version's bytes: short to compare by eye, copied in full. */
export function Digest({ digest, full }: { digest: string; full?: boolean }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      className={`digest ${full ? 'digest-full' : ''}`}
      aria-label={t('digest.copy', 'Digest {short}: copy it in full', { short: shortDigest(digest) })}
      onPress={() => void navigator.clipboard.writeText(digest).then(() => setCopied(true), () => {})}
    >
      <code>{full ? longDigest(digest) : shortDigest(digest)}</code>
      <Icon name={copied ? 'check' : 'file'} size={14} />
      <span role="status" className="digest-said">
        {copied ? t('copy.done', 'Copied') : ''}
      </span>
    </Button>
  );
}

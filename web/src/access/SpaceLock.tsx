import './only-us.css';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { type Light, LightMark, lightWord } from '@/pictures';

/** A lock and whose it is, at what not everybody sees; nothing at what is shared. */
export function SpaceLock({ space }: { space: { kind: string; name: string } }) {
  if (space.kind === 'shared') return null;
  return (
    <span className="space-lock">
      <Icon name="lock" size={12} />
      {space.name}
    </span>
  );
}

/** The light that the joint view shows, beside one of one's own that differs from it. */
export function JointLight({ light }: { light: Light | undefined }) {
  if (!light) return null;
  return (
    <span className="joint-light">
      <Icon name="lock" size={12} />
      {t('side.jointLight', 'Joint view:')}
      <LightMark state={{ light }} size={13} />
      {lightWord(light)}
    </span>
  );
}

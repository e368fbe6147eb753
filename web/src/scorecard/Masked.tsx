import type { Judgement } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';

/** Reds that lie under a better light: said first, so that none is masked. */
export function Masked({ masked }: { masked: Judgement['masked'] }) {
  if (masked.length === 0) return null;
  return (
    <ul className="masked" aria-label={t('masked.label', 'Off track below this light')}>
      {masked.map((one) => (
        <li key={one.code}>
          <LightMark state={{ light: 'red' }} size={16} label />
          <span>
            <b>{one.code}</b> {one.title}
          </span>
        </li>
      ))}
    </ul>
  );
}

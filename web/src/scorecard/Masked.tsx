import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Judgement } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark } from '@/pictures';
import { useSlug } from '@/shell/alliance-context';
import { keepMoment } from '@/shell/filters';

const first_shown = 5;

/** Reds that lie under a better light: said first, so that none is masked. */
export function Masked({ masked }: { masked: Judgement['masked'] }) {
  const slug = useSlug();
  const [all, setAll] = useState(false);
  if (masked.length === 0) return null;
  return (
    <ul className="masked" aria-label={t('masked.label', 'Off track below this light')}>
      {(all ? masked : masked.slice(0, first_shown)).map((one) => (
        <li key={one.code}>
          <LightMark state={{ light: 'red' }} size={16} label />
          {one.id && one.kind === 'measure' ? (
            <Link to="/a/$alliance/m/$measure" params={{ alliance: slug, measure: one.id }} search={keepMoment}>
              <b>{one.code}</b> {one.title}
            </Link>
          ) : one.id && one.kind === 'objective' ? (
            <Link to="/a/$alliance/o/$objective" params={{ alliance: slug, objective: one.id }} search={keepMoment}>
              <b>{one.code}</b> {one.title}
            </Link>
          ) : (
            <span>
              <b>{one.code}</b> {one.title}
            </span>
          )}
        </li>
      ))}
      {masked.length > first_shown && !all ? (
        <li className="masked-more">
          <button type="button" onClick={() => setAll(true)}>
            {t('masked.more', 'and {n} more', { n: masked.length - first_shown })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

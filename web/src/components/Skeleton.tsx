import './Skeleton.css';
import { t } from '@/i18n/t';

/** Grey lines in the place of what is on its way. `lines` of text, or one block of `height` pixels. */
export function Skeleton({ lines = 3, height }: { lines?: number; height?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('skeleton.loading', 'Loading')}</span>
      {height ? (
        <div className="skeleton-bar" style={{ height }} />
      ) : (
        Array.from({ length: lines }, (_, index) => (
          <div key={index} className="skeleton-bar" style={{ width: `${92 - ((index * 23) % 45)}%` }} />
        ))
      )}
    </div>
  );
}

import { LightMark } from './light';
import type { Light } from './types';
import { lightWord } from './words';
import './wall.css';

export type HistoryItem = { period: string; label?: string; light: Light };

/** The lights of the last periods side by side, oldest first; the newest stands apart by its size. */
export function HistoryStrip({ items, size = 15 }: { items: readonly HistoryItem[]; size?: number }) {
  if (items.length === 0) return null;
  const words = items.map((item) => `${item.label ?? item.period}: ${lightWord(item.light).toLowerCase()}`).join('; ');
  return (
    <span className="history-strip" role="img" aria-label={words} data-picture="history">
      {items.map((item, index) => (
        <span key={item.period} title={`${item.label ?? item.period}: ${lightWord(item.light)}`}>
          <LightMark state={{ light: item.light }} size={index === items.length - 1 ? size + 4 : size} />
        </span>
      ))}
    </span>
  );
}

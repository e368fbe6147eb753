import './PartyMark.css';
import type { Mark } from '@/api/types';

/** A partner's mark: a letter, outlined, filled, half or square. Never a colour. `name` is spoken. */
export function PartyMark({ mark, name, size = 20 }: { mark: Mark; name?: string; size?: number }) {
  return (
    <span
      className={`mark mark-${mark.style}`}
      style={{ width: size, height: size, fontSize: size * 0.5 }}
      {...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {mark.letter}
    </span>
  );
}

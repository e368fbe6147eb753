import { useId } from 'react';
import type { Mark } from './types';
import './pictures.css';

/** A partner's mark inside another drawing: a letter in a circle (outlined, filled, half) or a square; never a colour. */
export function MarkGlyph({
  mark,
  x = 0,
  y = 0,
  size = 16,
  inverse = false,
}: {
  mark: Mark;
  x?: number;
  y?: number;
  size?: number;
  inverse?: boolean;
}) {
  const id = useId();
  const ground = mark.style === 'filled' ? ' pic-mark-filled' : '';
  return (
    <g
      transform={`translate(${x} ${y}) scale(${size / 16})`}
      className={`pic-mark${ground}${inverse ? ' pic-mark-inverse' : ''}`}
      data-mark={mark.letter}
    >
      {mark.style === 'square' ? (
        <rect x=".9" y=".9" width="14.2" height="14.2" rx="2.5" />
      ) : (
        <circle cx="8" cy="8" r="7.1" />
      )}
      {mark.style === 'half' ? (
        <>
          <clipPath id={id}>
            <rect x="0" y="11.2" width="16" height="5" />
          </clipPath>
          <circle className="pic-mark-half" cx="8" cy="8" r="7.1" clipPath={`url(#${id})`} />
        </>
      ) : null}
      <text
        x="8"
        y={mark.style === 'half' ? 10.4 : 11.1}
        textAnchor="middle"
        fontSize={mark.style === 'half' ? 8 : 8.8}
      >
        {mark.letter.slice(0, 1)}
      </text>
    </g>
  );
}

/** A partner's mark on its own. `name` is spoken and shown as a tip. */
export function PartnerMark({ mark, name, size = 20 }: { mark: Mark; name?: string; size?: number }) {
  return (
    <svg
      className="pic-partner-mark"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {name ? <title>{name}</title> : null}
      <MarkGlyph mark={mark} />
    </svg>
  );
}

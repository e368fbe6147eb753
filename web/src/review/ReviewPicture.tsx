import { LightGlyph } from '@/pictures';

const lights = ['green', 'yellow', 'red'] as const;

/** Three reviews, one behind the other, for a page that has none yet. */
export function ReviewPicture() {
  return (
    <svg viewBox="0 0 320 132" className="review-picture">
      {[2, 1, 0].map((place) => (
        <g key={place} transform={`translate(${16 + place * 62} ${28 - place * 11})`}>
          <rect className="review-picture-sheet" width="160" height="92" rx="8" />
          {lights.map((light, row) => (
            <g key={light} transform={`translate(12 ${14 + row * 25})`}>
              <LightGlyph state={{ light: lights[(row + place) % 3] ?? light }} size={15} />
              <rect className="review-picture-line" x="24" y="4.500" width={104 - row * 18} height="6" rx="3" />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

import { type VerdictPlace, verdictPlaces } from './verdict-places';
import type { MapArrow } from './types';

export type MapVerdict = 'supported' | 'contradicted' | 'inconclusive' | 'untestable';

/**
 * What the figures say to a link, as a mark of its own shape around 0, 0: a square with a tick, a diamond struck
 * through, a small ring, a dot.
 */
export function VerdictGlyph({ verdict }: { verdict: MapVerdict }) {
  switch (verdict) {
    case 'supported':
      return (
        <g className="map-verdict map-verdict-supported">
          <rect x="-7" y="-7" width="14" height="14" rx="3" />
          <path d="m-3.4.2 2.400 2.500L3.500-2.600" />
        </g>
      );
    case 'contradicted':
      return (
        <g className="map-verdict map-verdict-contradicted">
          <path d="M0-10.500 10.500 0 0 10.500-10.500 0Z" />
          <path className="map-verdict-sign" d="M-4.200-1.900h8.400M-4.200 1.900h8.400M2.400-4.800l-4.800 9.600" />
        </g>
      );
    case 'inconclusive':
      return (
        <g className="map-verdict map-verdict-inconclusive">
          <circle r="5.500" />
          <path d="M-2.800.4c1-1.600 2-1.600 2.800-.4s1.800 1.200 2.800-.4" />
        </g>
      );
    case 'untestable':
      return (
        <g className="map-verdict map-verdict-untestable">
          <circle r="3" />
        </g>
      );
  }
}

/** The mark on its own, beside its word. */
export function VerdictMark({ verdict, size = 20 }: { verdict: MapVerdict; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-11.500 -11.500 23 23" aria-hidden="true" className="verdict-mark">
      <VerdictGlyph verdict={verdict} />
    </svg>
  );
}

/** The marks of all links, each on a stretch that only its own arrow takes. */
export function VerdictMarks({
  arrows,
  verdicts,
  words,
}: {
  arrows: readonly MapArrow[];
  verdicts: ReadonlyMap<string, MapVerdict>;
  words?: ReadonlyMap<string, string> | undefined;
}) {
  return (
    <g className="map-verdicts">
      {verdictPlaces(arrows, verdicts).map((place: VerdictPlace) => (
        <g
          key={place.link}
          transform={`translate(${place.x} ${place.y})`}
          data-verdict={verdicts.get(place.link)}
          data-link={place.link}
        >
          <title>{words?.get(place.link)}</title>
          <VerdictGlyph verdict={verdicts.get(place.link) as MapVerdict} />
        </g>
      ))}
    </g>
  );
}


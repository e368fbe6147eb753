import type { MapView } from '@/api/types';
import { t } from '@/i18n/t';
import { MapPicture } from '@/pictures/map/picture';

/** The map in the geometry of that day. What it says stands in the scorecards, too. */
export function FrozenMap({ map }: { map: MapView }) {
  return (
    <div
      className="review-map"
      // What scrolls is reached by keyboard.
      tabIndex={0}
      role="img"
      aria-label={t('review.mapLabel', 'The strategy map as it was: {n} {n|objective|objectives}, with the lights that stand in the scorecards', {
        n: map.cards.length,
      })}
    >
      <div className="review-map-sheet" style={{ minWidth: Math.round(map.width * 0.72) }}>
        <MapPicture map={map} />
      </div>
    </div>
  );
}

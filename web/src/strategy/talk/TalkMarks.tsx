import './talk.css';
import { useQuery } from '@tanstack/react-query';
import type { MapView } from '@/api/types';
import { countsQuery } from '@/discussion/counts';
import type { About } from '@/discussion/types';
import { t } from '@/i18n/t';
import type { Go } from '../address';
import { placed } from '../MapCanvas';
import { talkedOf } from './talked';

/** The map that is talked about, whose comments are open, and how to open others. */
export type Talking = { map: MapView; slug: string; open: About | undefined; go: Go };

type Lane = MapView['lanes'][number];
type MarkProps = Talking & {
  about: About;
  /** Over a lane of the picture, where there is room for a number alone. */
  over?: Lane;
  /** What it says, where it is no mark beside the thing itself. */
  word?: string;
};

/** Opens the comments on one thing of the map, and says how many there are. */
export function TalkMark({ map, slug, open, go, about, over, word }: MarkProps) {
  const { data: counts } = useQuery(countsQuery(slug));
  const said = counts?.get(about)?.comments ?? 0;
  const label = t('talk.of', 'Comments on “{name}”', { name: talkedOf(map, about)?.name ?? '' });
  const talk = about === open ? undefined : about;
  const mark = {
    type: 'button' as const,
    'data-talk': about,
    'aria-pressed': about === open,
    'aria-label': said ? `${label}: ${said}` : label,
    // Beside the picture it takes the objective's place; elsewhere the objective comes back when it is closed.
    onClick: () => go(over ? { talk, sel: undefined, knock: undefined } : { talk }),
  };
  return over ? (
    <button {...mark} className="lane-mark" data-said={said ? '' : undefined} style={cornerOf(over, map)} title={label}>
      {said || null}
      <Bubble />
    </button>
  ) : word ? (
    <button {...mark} className="link-button small">
      {word}
      {said ? ` (${said})` : ''}
    </button>
  ) : (
    <button {...mark} className="talk-mark small" title={label}>
      <Bubble />
      {said || null}
    </button>
  );
}

/** Those of all lanes: over the picture, or in a line. */
export function LaneMarks({ picture, ...talking }: Talking & { picture?: boolean }) {
  const group = t('talk.lanes', 'Comments on perspectives');
  const lanes = talking.map.lanes.filter((lane) => !lane.unplaced).sort((a, b) => b.position - a.position);
  return (
    <div role="group" aria-label={group} className={picture ? undefined : 'row lane-line'}>
      {picture ? null : <span className="soft small">{group}</span>}
      {lanes.map((lane) => (
        <TalkMark key={lane.id} {...talking} about={`perspective:${lane.id}`} {...(picture ? { over: lane } : { word: lane.name })} />
      ))}
    </div>
  );
}

/** The lower right corner of the column in which a lane's name stands: beside its few lights there is room. */
function cornerOf({ box, label }: Lane, map: MapView) {
  const { left, top } = placed({ x: label.x + label.width + 6, y: box.y + box.height - 2, width: 0, height: 0 }, map);
  return { left, top };
}

const Bubble = () => (
  <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3.5 3h9A1.5 1.5 0 0 1 14 4.5v5a1.5 1.5 0 0 1-1.5 1.5h-4l-3 2.5V11h-2A1.5 1.5 0 0 1 2 9.5v-5A1.5 1.5 0 0 1 3.5 3z" />
  </svg>
);

import { type PointerEvent, useRef, useState } from 'react';
import type { Id, MapView } from '@/api/types';
import { t } from '@/i18n/t';
import type { Point } from '@/pictures';
import type { Chain } from '@/pictures/map/chain';
import { MapCanvas, placed, type Zoom } from '../MapCanvas';
import { addLink, changeObjective } from './act';
import { cardAt, dropPlace } from './drop';

type LayerProps = {
  map: MapView;
  chain: Chain | null;
  selected: Id | null;
  zoom: Zoom;
  onSelect: (id: Id | null) => void;
};
/** A drag on its way: a card to another place, or a link to another card. Points are in the map's units. */
type Drag = { kind: 'card' | 'link'; id: Id; start: Point; now: Point; moved: boolean };

/** The map while it is edited: cards can be dragged, and the dot at a card's top draws a link to another card. */
export function EditLayer({ map, chain, selected, zoom, onSelect }: LayerProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [hovered, setHovered] = useState<Id | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  // A drag ends in a click on its card, which must not select it.
  const dropped = useRef(false);
  const card = drag ? map.cards.find((one) => one.id === drag.id) : undefined;
  const target = drag?.kind === 'link' ? cardAt(map, drag.now) : null;
  const place =
    drag?.kind === 'card' && drag.moved && card
      ? dropPlace(map, card, { x: drag.now.x - drag.start.x, y: drag.now.y - drag.start.y })
      : null;

  function point(event: PointerEvent): Point {
    const sheet = frame.current?.querySelector('.map-sheet')?.getBoundingClientRect();
    if (!sheet) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - sheet.left) / sheet.width) * map.width,
      y: ((event.clientY - sheet.top) / sheet.height) * map.height,
    };
  }

  function begin(event: PointerEvent<HTMLElement>, kind: Drag['kind'], id: Id) {
    if (event.button !== 0) return;
    const start = point(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    dropped.current = false;
    setDrag({ kind, id, start, now: start, moved: false });
  }

  function move(event: PointerEvent) {
    if (!drag) return;
    const now = point(event);
    const moved = drag.moved || Math.hypot(now.x - drag.start.x, now.y - drag.start.y) > 6;
    setDrag({ ...drag, now, moved });
  }

  async function end() {
    if (!drag) return;
    setDrag(null);
    if (!drag.moved) return;
    dropped.current = true;
    if (drag.kind === 'link') {
      if (target && target.id !== drag.id) await addLink(map, drag.id, target.id);
    } else if (card && place) {
      await changeObjective(card, place.change, place.said);
    }
  }

  const events = { onPointerMove: move, onPointerUp: () => void end(), onPointerCancel: () => setDrag(null) };
  const shown = hovered ?? selected;
  const handle = map.cards.find((one) => one.id === (drag?.kind === 'link' ? drag.id : shown));
  return (
    <div ref={frame} className="map-edit" data-dragging={drag?.moved ? drag.kind : undefined}>
      <MapCanvas
        map={map}
        chain={drag ? null : chain}
        selected={selected}
        zoom={zoom}
        onSelect={(id) => {
          if (dropped.current) dropped.current = false;
          else onSelect(id);
        }}
        cardProps={(id) => ({
          ...events,
          onPointerDown: (event: PointerEvent<HTMLElement>) => begin(event, 'card', id),
          onPointerEnter: () => setHovered(id),
        })}
      >
        <div className="map-edit-layer">
          {place ? <div className="map-drop-lane" style={placed(place.lane.box, map)} /> : null}
          {place?.island ? <div className="map-drop-island" style={placed(place.island, map)} /> : null}
          {drag?.kind === 'card' && drag.moved && card ? (
            <div
              className="map-ghost"
              style={placed(
                { ...card.box, x: card.box.x + drag.now.x - drag.start.x, y: card.box.y + drag.now.y - drag.start.y },
                map,
              )}
            >
              {card.code} · {place ? place.words : ''}
            </div>
          ) : null}
          {target && target.id !== drag?.id ? <div className="map-drop-card" style={placed(target.box, map)} /> : null}
          {drag?.kind === 'link' && drag.moved && card ? (
            <svg className="map-rubber" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
              <path d={`M${card.box.x + card.box.width / 2} ${card.box.y}L${drag.now.x} ${drag.now.y}`} />
              <circle cx={drag.now.x} cy={drag.now.y} r="5" />
            </svg>
          ) : null}
          {handle && !(drag?.kind === 'card' && drag.moved) ? (
            <div
              className="map-link-dot"
              style={placed(
                { x: handle.box.x + handle.box.width / 2 - 11, y: handle.box.y - 12, width: 22, height: 22 },
                map,
              )}
              title={t('edit.dragLink', 'Drag to the objective that {code} helps', { code: handle.code })}
              onPointerDown={(event) => begin(event, 'link', handle.id)}
              {...events}
            />
          ) : null}
        </div>
      </MapCanvas>
    </div>
  );
}

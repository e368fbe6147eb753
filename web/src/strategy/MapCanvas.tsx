import './map.css';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { otherLights, useJointLights } from '@/access/joint';
import type { Id, LinkTests, MapView } from '@/api/types';
import { t } from '@/i18n/t';
import type { Chain } from '@/pictures/map/chain';
import { MapPicture } from '@/pictures/map/picture';
import { type Direction, neighbour, readingOrder } from '@/pictures/map/position';
import { spoken } from './speech';
import { testSentence, verdictWord } from './tests/words';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The width there is; the whole page; as much of the page as can still be read; or a scale of the drawing. */
export type Zoom = 'width' | 'page' | 'auto' | number;

/** Below this scale titles are under ten pixels. */
const least_readable = 0.82;

type CanvasProps = {
  map: MapView;
  chain: Chain | null;
  selected: Id | null;
  zoom: Zoom;
  onSelect: (id: Id | null) => void;
  /** What the figures say to each link, where that is looked at. */
  tests?: LinkTests | undefined;
  /** Drawn over the picture, in the same units, where the map is edited. */
  children?: ReactNode;
  /** More for each card's button while editing. */
  cardProps?: (id: Id) => Record<string, unknown>;
};

/** Percentages of the sheet, so that the buttons follow the picture at any size. */
export function placed(
  box: { x: number; y: number; width: number; height: number },
  map: Pick<MapView, 'width' | 'height'>,
) {
  const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(4)}%`;
  return {
    left: share(box.x, map.width),
    top: share(box.y, map.height),
    width: share(box.width, map.width),
    height: share(box.height, map.height),
  };
}

/** How wide the sheet is. */
function sheetWidth(zoom: Zoom, map: MapView): string {
  if (typeof zoom === 'number') return `${Math.round(map.width * zoom)}px`;
  const width = `${Math.round(map.width * 1.2)}px`;
  if (zoom === 'width') return `min(100%, ${width})`;
  // What stands above and below: the bar, the tools, the legend.
  const page = `(100dvh - 164px) * ${(map.width / map.height).toFixed(4)}`;
  if (zoom === 'page') return `min(100%, calc(${page}))`;
  return `min(100%, ${width}, max(${Math.round(map.width * least_readable)}px, ${page}))`;
}

/**
 * The map with one real button for each objective over the picture. Tab enters once; arrow keys move by position;
 * Enter or a click opens.
 */
export function MapCanvas({ map, chain, selected, zoom, onSelect, tests, children, cardProps }: CanvasProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const order = useMemo(() => readingOrder(map.cards), [map.cards]);
  const words = useMemo(() => new Map(order.map((card) => [card.id, spoken(map, card)])), [map, order]);
  const joint = useJointLights();
  const others = useMemo(() => otherLights(joint, map.cards), [joint, map]);
  const entry = selected && order.some((card) => card.id === selected) ? selected : order[0]?.id;
  const verdicts = useMemo(() => tests && new Map(tests.links.map((test) => [test.link, test.verdict])), [tests]);
  const testWords = useMemo(
    () =>
      tests &&
      new Map(
        tests.links.map((test) => [
          test.link,
          `${test.cause.code} → ${test.effect.code}: ${verdictWord(test.verdict)}. ${testSentence(test)}`,
        ]),
      ),
    [tests],
  );
  const last = useRef(selected);

  // Closing the panel gives the focus back to the card that it was about.
  useEffect(() => {
    if (last.current && !selected && (document.activeElement === document.body || !document.activeElement))
      focus(last.current);
    last.current = selected;
  });

  // What is selected comes into sight: the panel makes the map narrower, and the address may name any card.
  useEffect(() => {
    if (selected) button(selected)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);

  function button(id: Id) {
    return sheet.current?.querySelector<HTMLElement>(`[data-objective="${CSS.escape(id)}"]`);
  }

  function focus(id: Id) {
    button(id)?.focus();
  }

  function keys(event: KeyboardEvent<HTMLButtonElement>, id: Id) {
    const direction = directions[event.key];
    if (direction && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = neighbour(order, id, direction);
      if (next) focus(next);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const end = event.key === 'Home' ? order[0] : order[order.length - 1];
      if (end) focus(end.id);
    } else if (event.key === 'Escape' && selected) {
      event.preventDefault();
      onSelect(null);
    }
  }

  return (
    <div className="map-scroll" data-zoom={typeof zoom === 'number' ? 'scale' : zoom === 'page' ? 'page' : 'width'}>
      <div
        ref={sheet}
        className="map-sheet"
        style={{ width: sheetWidth(zoom, map) }}
        onClick={(event) => {
          if (!(event.target as Element).closest('button, .map-edit-layer')) onSelect(null);
        }}
      >
        <MapPicture
          map={map}
          chain={chain}
          selected={selected}
          joint={others}
          verdicts={verdicts}
          verdictWords={testWords}
        />
        <div role="group" aria-label={t('map.objectives', 'Objectives, arrow keys move between them')}>
          {order.map((card) => (
            <button
              key={card.id}
              type="button"
              className="map-button"
              data-objective={card.id}
              data-code={card.code}
              style={placed(card.box, map)}
              tabIndex={card.id === entry ? 0 : -1}
              aria-pressed={card.id === selected}
              aria-label={words.get(card.id)}
              title={card.title}
              onClick={() => onSelect(card.id === selected ? null : card.id)}
              onKeyDown={(event) => keys(event, card.id)}
              onFocus={(event) => {
                for (const other of sheet.current?.querySelectorAll<HTMLElement>('.map-button[tabindex="0"]') ?? [])
                  other.tabIndex = -1;
                event.currentTarget.tabIndex = 0;
              }}
              {...cardProps?.(card.id)}
            />
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}

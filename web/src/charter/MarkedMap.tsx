import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { MapView } from '@/api/types';
import { t } from '@/i18n/t';
import type { Chain } from '@/pictures/map/chain';
import { roundedPath } from '@/pictures/map/paths';
import { MapPicture } from '@/pictures/map/picture';
import { readingOrder } from '@/pictures/map/position';
import { useAlliance } from '@/shell/alliance-context';
import { placed } from '@/strategy/MapCanvas';
import type { MapMarks, MarkKind } from './map-marks';
import { glyphOf, markWord } from './mark-words';

type MarkedProps = {
  title: string;
  map: MapView;
  marks: MapMarks;
  from: string;
  to: string;
  /** Two maps share the width: the marks are drawn larger, so that they can be read. */
  small: boolean;
  onScroll: (moved: HTMLElement) => void;
};

/** One of the maps that are compared: what is the same is dimmed, the rest marked, each mark a button to its item. */
export function MarkedMap({ title, map, marks, from, to, small, onScroll }: MarkedProps) {
  const { slug } = useAlliance();
  const navigate = useNavigate();
  // Where nothing differs, nothing is dimmed.
  const chain = useMemo<Chain | null>(() => {
    const objectives = new Set(marks.cards.keys());
    const links = new Set(marks.links.keys());
    return objectives.size + links.size + marks.wins.size ? { objectives, links, wins: marks.wins } : null;
  }, [marks]);
  const marked = readingOrder(map.cards).flatMap((card) => {
    const mark = marks.cards.get(card.id);
    return mark ? [{ card, mark }] : [];
  });
  const scale = small ? 2 : 1.25;
  return (
    <section className="marked-map" aria-label={title}>
      <h2>{title}</h2>
      <div
        className="marked-map-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        role="group"
        aria-label={t('versions.scroll', 'Map of {title}', { title })}
        onScroll={(event) => onScroll(event.currentTarget)}
      >
        <div className="marked-map-sheet">
          <MapPicture map={map} chain={chain} />
          <svg className="marked-map-marks" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
            {map.arrows.map((arrow) => {
              const mark = arrow.links.map((id) => marks.links.get(id)).find((one) => one !== undefined);
              return mark ? (
                <path
                  key={arrow.links.join() + arrow.points.map((point) => `${point.x},${point.y}`).join()}
                  className="mark-arrow"
                  data-mark={mark}
                  d={roundedPath(arrow.points)}
                />
              ) : null;
            })}
            {marked.map(({ card, mark }) => (
              <CardMark key={card.id} box={card.box} code={card.code} mark={mark} scale={scale} />
            ))}
          </svg>
          {marked.map(({ card, mark }) => (
            <button
              key={card.id}
              type="button"
              className="map-button"
              style={placed(card.box, map)}
              title={card.title}
              aria-label={`${markWord(mark)}: ${card.code}, ${card.title}`}
              onClick={() =>
                void navigate({
                  to: '/a/$alliance/charter/difference',
                  params: { alliance: slug },
                  search: { from, to, item: card.id } as never,
                })
              }
            />
          ))}
        </div>
      </div>
    </section>
  );
}

type CardMarkProps = { box: { x: number; y: number; width: number; height: number }; code: string; mark: MarkKind; scale: number };

/** An outline of its own kind for each mark, and a tag with its sign and the card's code. */
function CardMark({ box, code, mark, scale }: CardMarkProps) {
  const text = `${glyphOf[mark]} ${code}`;
  const height = 17 * scale;
  const width = (text.length * 7 + 12) * scale;
  return (
    <g className="mark-card" data-mark={mark}>
      <rect x={box.x - 2.5} y={box.y - 2.5} width={box.width + 5} height={box.height + 5} rx="9" />
      <g transform={`translate(${box.x - 6} ${box.y - height * 0.82})`}>
        <rect className="mark-tag" width={width} height={height} rx={height / 2} />
        <text x={width / 2} y={height * 0.71} fontSize={11.5 * scale} textAnchor="middle">
          {text}
        </text>
      </g>
    </g>
  );
}

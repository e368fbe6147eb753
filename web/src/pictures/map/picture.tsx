import { memo, useId, useMemo } from 'react';
import type { Box, Light, Mark } from '../types';
import { CardPicture } from './card';
import type { Chain } from './chain';
import { IslandPicture, LanePicture, ValuesPicture, WinsPicture } from './ground';
import { headPath, roundedPath, shortened } from './paths';
import type { MapArrow, MapDrawing } from './types';
import { type MapVerdict, VerdictMarks } from './verdict';
import './map.css';

// A selection changes how a few of them look: the others are not painted again.
const Lane = memo(LanePicture);
const Island = memo(IslandPicture);
const Card = memo(CardPicture);
const Wins = memo(WinsPicture);
const Values = memo(ValuesPicture);

const Arrow = memo(function Arrow({ arrow, lit, dimmed }: { arrow: MapArrow; lit: boolean; dimmed: boolean }) {
  const line = arrow.head ? shortened(arrow.points, arrow.sign === 'hinders' ? 2 : 5) : arrow.points;
  return (
    <g className={`map-arrow${lit ? ' is-lit' : ''}${dimmed ? ' is-dimmed' : ''}${arrow.dashed ? ' is-feedback' : ''}`}>
      <path className="map-arrow-line" d={roundedPath(line)} />
      {arrow.head ? (
        <path className={`map-arrow-head map-arrow-${arrow.sign}`} d={headPath(arrow.points, arrow.sign)} />
      ) : null}
    </g>
  );
});

/**
 * The strategy map as the server laid it out. `chain` lights a part and dims the rest. A picture only: the buttons lie
 * over it, so it is hidden from what is spoken.
 */
export function MapPicture({
  map,
  chain = null,
  selected = null,
  verdicts,
  verdictWords,
  joint,
  view,
}: {
  map: MapDrawing;
  chain?: Chain | null;
  selected?: string | null;
  /** What the figures say to each link, by its identifier, and in words. */
  verdicts?: ReadonlyMap<string, MapVerdict> | undefined;
  verdictWords?: ReadonlyMap<string, string> | undefined;
  /** The joint light of each card whose own differs from it. */
  joint?: ReadonlyMap<string, Light>;
  /** The part of the map that is shown; all of it unless given. */
  view?: Box;
}) {
  const id = useId();
  const themes = useMemo(() => new Map(map.themes.map((theme) => [theme.id, theme])), [map]);
  const marks = useMemo(() => {
    const byParty = new Map<string, Mark>(map.wins.map((band) => [band.party, band.mark]));
    return new Map(map.cards.map((card) => [card.id, card.wins.flatMap((party) => byParty.get(party) ?? [])]));
  }, [map]);
  const isLit = (arrow: MapArrow) => chain !== null && arrow.links.some((link) => chain.links.has(link));
  const arrows = [...map.arrows].sort((a, b) => Number(isLit(a)) - Number(isLit(b)));
  const { x, y, width, height } = view ?? { x: 0, y: 0, width: map.width, height: map.height };
  return (
    <svg className="map-picture" viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true" data-picture="map">
      <defs>
        <linearGradient id={`${id}wins`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="map-wins-from" />
          <stop offset="1" className="map-wins-to" />
        </linearGradient>
      </defs>
      <g style={{ ['--wins-fill' as string]: `url(#${id}wins)` }}>
        {map.wins.map((band) => (
          <Wins key={band.party} band={band} lit={chain ? chain.wins : null} />
        ))}
      </g>
      {map.lanes.map((lane) => (
        <Lane key={lane.id} lane={lane} tall={lane.label.height > 150} />
      ))}
      {map.islands.map((island) => {
        const theme = themes.get(island.theme);
        if (!theme) return null;
        const dimmed =
          chain !== null &&
          !map.cards.some(
            (card) => card.theme === island.theme && card.lane === island.lane && chain.objectives.has(card.id),
          );
        return (
          <Island
            key={island.theme + island.lane}
            box={island.box}
            label={island.label}
            theme={theme}
            dimmed={dimmed}
          />
        );
      })}
      {arrows.map((arrow) => (
        <Arrow
          key={arrow.links.join() + arrow.points.map((p) => `${p.x},${p.y}`).join()}
          arrow={arrow}
          lit={isLit(arrow)}
          dimmed={chain !== null && !isLit(arrow)}
        />
      ))}
      {map.cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          colour={themes.get(card.theme)?.colour ?? 0}
          marks={marks.get(card.id) ?? []}
          dimmed={chain !== null && !chain.objectives.has(card.id)}
          selected={card.id === selected}
          joint={joint?.get(card.id)}
        />
      ))}
      {verdicts ? <VerdictMarks arrows={map.arrows} verdicts={verdicts} words={verdictWords} /> : null}
      <Values values={map.values} box={map.values_box} />
    </svg>
  );
}

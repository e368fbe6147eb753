import { useId } from 'react';
import type { Mark } from '../types';
import { CardPicture } from './card';
import type { Chain } from './chain';
import { IslandPicture, LanePicture, ValuesPicture, WinsPicture } from './ground';
import { headPath, roundedPath, shortened } from './paths';
import type { MapArrow, MapDrawing } from './types';
import './map.css';

function Arrow({ arrow, lit, dimmed }: { arrow: MapArrow; lit: boolean; dimmed: boolean }) {
  const line = arrow.head ? shortened(arrow.points, arrow.sign === 'hinders' ? 2 : 5) : arrow.points;
  return (
    <g className={`map-arrow${lit ? ' is-lit' : ''}${dimmed ? ' is-dimmed' : ''}${arrow.dashed ? ' is-feedback' : ''}`}>
      <path className="map-arrow-line" d={roundedPath(line)} />
      {arrow.head ? (
        <path className={`map-arrow-head map-arrow-${arrow.sign}`} d={headPath(arrow.points, arrow.sign)} />
      ) : null}
    </g>
  );
}

/**
 * The strategy map as the server laid it out. `chain` lights a part and dims the rest. A picture only: the buttons lie
 * over it, so it is hidden from what is spoken.
 */
export function MapPicture({
  map,
  chain = null,
  selected = null,
}: {
  map: MapDrawing;
  chain?: Chain | null;
  selected?: string | null;
}) {
  const id = useId();
  const themes = new Map(map.themes.map((theme) => [theme.id, theme]));
  const marks = new Map<string, Mark>(map.wins.map((band) => [band.party, band.mark]));
  const isLit = (arrow: MapArrow) => chain !== null && arrow.links.some((link) => chain.links.has(link));
  const arrows = [...map.arrows].sort((a, b) => Number(isLit(a)) - Number(isLit(b)));
  return (
    <svg className="map-picture" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true" data-picture="map">
      <defs>
        <linearGradient id={`${id}wins`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="map-wins-from" />
          <stop offset="1" className="map-wins-to" />
        </linearGradient>
      </defs>
      <g style={{ ['--wins-fill' as string]: `url(#${id}wins)` }}>
        {map.wins.map((band) => (
          <WinsPicture key={band.party} band={band} lit={chain ? chain.wins : null} />
        ))}
      </g>
      {map.lanes.map((lane) => (
        <LanePicture key={lane.id} lane={lane} tall={lane.label.height > 150} />
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
          <IslandPicture
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
        <CardPicture
          key={card.id}
          card={card}
          colour={themes.get(card.theme)?.colour ?? 0}
          marks={card.wins.flatMap((party) => marks.get(party) ?? [])}
          dimmed={chain !== null && !chain.objectives.has(card.id)}
          selected={card.id === selected}
        />
      ))}
      <ValuesPicture values={map.values} box={map.values_box} />
    </svg>
  );
}

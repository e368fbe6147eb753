import { t } from '@/i18n/t';
import { LightGlyph } from '../light';
import { MarkGlyph } from '../mark';
import { type Light, themeEdge, themeInk, themeTint } from '../types';
import { textWidth, wrap } from '../wrap';
import type { MapDrawing, MapLane, MapTheme, MapWins } from './types';

const lights: Light[] = ['green', 'yellow', 'red', 'grey'];

/** A lane's ground, with its name, its question and a count of each light at the left. */
export function LanePicture({ lane, tall }: { lane: MapLane; tall: boolean }) {
  const room = Math.max(40, lane.label.width);
  const names = wrap(lane.name, [room, room], 14.5);
  const questions = wrap(lane.question, tall ? [room, room, room, room] : [room, room, room], 11, 'regular');
  const counts = lights.filter((light) => lane.counts[light] > 0);
  const height = names.length * 17 + questions.length * 14 + (counts.length ? 22 : 0);
  const x = lane.label.x;
  const top = lane.label.y + Math.max(12, (lane.label.height - height) / 2) + 12;
  let countX = x;
  return (
    <g className="map-lane">
      <rect className="map-lane-ground" {...lane.box} rx="12" />
      <text className="map-lane-name" fontSize="14.5">
        {names.map((line, index) => (
          <tspan key={line} x={x} y={top + index * 17}>
            {line}
          </tspan>
        ))}
      </text>
      <text className="map-lane-question" fontSize="11">
        {questions.map((line, index) => (
          <tspan key={line} x={x} y={top + names.length * 17 + 1 + index * 14}>
            {line}
          </tspan>
        ))}
      </text>
      {counts.map((light) => {
        const left = countX;
        const number = String(lane.counts[light]);
        countX += 15 + textWidth(number, 11.5) + 10;
        const y = top + names.length * 17 + questions.length * 14 + 1;
        return (
          <g key={light}>
            <LightGlyph state={{ light }} x={left} y={y - 2} size={13} />
            <text className="map-lane-count" x={left + 16} y={y + 8.6} fontSize="11.5">
              {number}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The tinted ground of one theme's cards in one lane, its name at the free place that the layout found. */
export function IslandPicture({
  box,
  label,
  theme,
  dimmed,
}: {
  box: MapDrawing['islands'][number]['box'];
  label?: MapDrawing['islands'][number]['label'];
  theme: MapTheme;
  dimmed: boolean;
}) {
  const place = label ?? { x: box.x + 11, y: box.y, width: box.width - 22, height: 18 };
  const [name] = wrap(theme.name, [place.width + 2], 11);
  return (
    <g className={`map-island${dimmed ? ' is-dimmed' : ''}`}>
      <rect {...box} rx="9" fill={themeTint(theme.colour)} stroke={themeEdge(theme.colour)} />
      <text
        x={place.x}
        y={place.y + place.height / 2 + 4}
        fontSize="11"
        className="map-island-name"
        fill={themeInk(theme.colour)}
        stroke={themeTint(theme.colour)}
      >
        {name}
      </text>
    </g>
  );
}

/** What one partner wins, on the band at the top. */
export function WinsPicture({ band, lit }: { band: MapWins; lit: Set<string> | null }) {
  const { x, y, width, height } = band.box;
  const textX = x + height / 2 + 32;
  const room = Math.max(60, width - height / 2 - 44);
  const words = band.items.map((item) => item.text).join(' · ') || t('map.noWins', 'Not written down yet');
  const lines = wrap(words, height >= 62 ? [room, room] : [room], 14.5);
  const first = y + height / 2 - (lines.length * 18 + 15) / 2 + 11;
  const reached = lit === null || band.items.some((item) => lit.has(item.id));
  return (
    <g className={`map-wins${reached ? '' : ' is-dimmed'}${lit !== null && reached ? ' is-reached' : ''}`}>
      <rect className="map-wins-ground" {...band.box} rx="11" />
      <MarkGlyph mark={band.mark} x={x + 17} y={y + height / 2 - 15} size={30} inverse />
      <text className="map-wins-name" x={textX} y={first} fontSize="11.5">
        {t('map.winsFor', 'Wins for {name}', { name: band.name })}
      </text>
      <text className="map-wins-text" fontSize="14.5">
        {lines.map((line, index) => (
          <tspan key={line} x={textX} y={first + 18.5 + index * 18}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** The strip of shared values at the foot. */
export function ValuesPicture({ values, box }: { values: MapDrawing['values']; box: MapDrawing['values_box'] }) {
  const title = t('map.values', 'Shared values');
  const gap = 21;
  const widths = values.map((value) => textWidth(value.text, 11.5));
  const titleWidth = textWidth(title, 11.5);
  const whole = titleWidth + widths.reduce((sum, width) => sum + gap + width, 0);
  const scale = Math.min(1, (box.width - 30) / Math.max(1, whole));
  let x = 0;
  return (
    <g className="map-values">
      <rect className="map-values-ground" {...box} rx="9" />
      <g
        transform={`translate(${box.x + (box.width - whole * scale) / 2} ${box.y + box.height / 2 + 4}) scale(${scale})`}
      >
        <text className="map-values-title" fontSize="11.5">
          {title}
        </text>
        {values.map((value, index) => {
          x += gap + (index === 0 ? titleWidth : (widths[index - 1] as number));
          return (
            <text key={value.id} className="map-values-text" x={x} fontSize="11.5">
              {value.text}
            </text>
          );
        })}
      </g>
    </g>
  );
}

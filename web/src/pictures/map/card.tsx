import { t } from '@/i18n/t';
import { LightGlyph } from '../light';
import { MarkGlyph } from '../mark';
import { TrendGlyph } from '../trend';
import { type Light, type Mark, themeColour } from '../types';
import { contestedWord, isContested } from '../words';
import { textWidth, wrap } from '../wrap';
import type { MapCard } from './types';

const titleSize = 12;
const lineHeight = 14.4;
const lock = 'M2 5V3.6a2.5 2.5 0 0 1 5 0V5h.8v6H1.2V5Zm1.2 0h2.6V3.6a1.3 1.3 0 0 0-2.6 0Z';

/** The title's lines: the first leaves room for the light, the others use the card's width. */
export function titleLines(title: string, width: number): string[] {
  return wrap(title, [width - 47, width - 47, width - 24], titleSize);
}

export function CardPicture({
  card,
  colour,
  marks,
  dimmed,
  selected,
  joint,
}: {
  card: MapCard;
  colour: number;
  marks: Mark[];
  dimmed: boolean;
  selected: boolean;
  /** The joint view's light, where one's own differs from it. */
  joint?: Light | undefined;
}) {
  const { x, y, width, height } = card.box;
  const codeWidth = textWidth(card.code, 9.6);
  const foot = height - 19;
  const marksEnd = 15 + codeWidth + 8 + marks.length * 18 + (card.space.kind === 'shared' ? 0 : 12);
  // The flag beside the light says it too, so that the word may be left out where the foot is full.
  const said = isContested(card.judgement) ? contestedWord() : '';
  const saidFits = said !== '' && marksEnd + textWidth(said, 9.6) <= width - 30;
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={`map-card${dimmed ? ' is-dimmed' : ''}${selected ? ' is-selected' : ''}`}
      data-card={card.code}
    >
      {selected ? <rect className="map-card-ring" x="-3" y="-3" width={width + 6} height={height + 6} rx="10" /> : null}
      <rect className="map-card-shadow" x="0" y="1.2" width={width} height={height} rx="7" />
      <rect
        className={`map-card-ground${card.space.kind === 'shared' && !joint ? '' : ' is-private'}`}
        width={width}
        height={height}
        rx="7"
      />
      <path
        fill={themeColour(colour)}
        d={`M6.5 0H7V${height}H6.5A6.5 6.5 0 0 1 0 ${height - 6.5}V6.5A6.5 6.5 0 0 1 6.5 0Z`}
      />
      <text className="map-card-title" fontSize={titleSize}>
        {titleLines(card.title, width).map((line, index) => (
          <tspan key={line} x="15" y={19.5 + index * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <LightGlyph state={card.judgement} x={width - 27} y={7} size={19} />
      <text className="map-card-code" x="15" y={foot + 10.3} fontSize="9.6">
        {card.code}
      </text>
      {marks.map((mark, index) => (
        <MarkGlyph key={mark.letter + mark.style} mark={mark} x={15 + codeWidth + 7 + index * 18} y={foot} size={14} />
      ))}
      {card.space.kind === 'shared' ? null : (
        <path
          className="map-card-lock"
          transform={`translate(${15 + codeWidth + 8 + marks.length * 18} ${foot + 1})`}
          d={lock}
        />
      )}
      {joint ? (
        <g className="map-card-joint">
          <path className="map-card-lock" transform={`translate(${width - 84} ${foot + 1})`} d={lock} />
          <text x={width - 73} y={foot + 10.3} fontSize="9.6">
            {t('map.joint', 'joint')}
          </text>
          <LightGlyph state={{ light: joint }} x={width - 47} y={foot} size={13} />
        </g>
      ) : saidFits ? (
        <text className="map-card-said" x={width - 30} y={foot + 10.3} fontSize="9.6" textAnchor="end">
          {said}
        </text>
      ) : null}
      <TrendGlyph trend={card.judgement.trend} x={width - 25} y={foot - 1} size={15} />
    </g>
  );
}

import { useId } from 'react';
import type { Light, LightState } from './types';
import { contestedWord, isContested, isDisputed, lightSentence, lightWord } from './words';
import './pictures.css';

/** The outlines on a 20 × 20 ground: disc, triangle, octagon, and a ring for no judgement. */
const triangle = 'M10 1.9 18.6 16.9a.9.9 0 0 1-.78 1.35H2.18a.9.9 0 0 1-.78-1.35Z';
const octagon = 'M6.4 1.4h7.2l5 5v7.2l-5 5H6.4l-5-5V6.4Z';

function Shape({ light, split }: { light: Light; split: boolean }) {
  const half = split ? ' pic-light-half' : '';
  switch (light) {
    case 'green':
      return <circle className={`pic-light-green${half}`} cx="10" cy="10" r="8.8" />;
    case 'yellow':
      return <path className={`pic-light-yellow${half}`} d={triangle} />;
    case 'red':
      return <path className={`pic-light-red${half}`} d={octagon} />;
    case 'grey':
      return <circle className="pic-light-grey" cx="10" cy="10" r="8" />;
  }
}

function Glyph({ light }: { light: Light }) {
  switch (light) {
    case 'green':
      return <path className="pic-light-glyph" d="m6 10.3 2.8 2.8L14.2 7.4" />;
    case 'yellow':
      return (
        <g className="pic-light-glyph-yellow">
          <path d="M10 7.2v5" />
          <circle cx="10" cy="15" r=".55" />
        </g>
      );
    case 'red':
      return <path className="pic-light-glyph" d="m7 7 6 6m0-6-6 6" />;
    case 'grey':
      return (
        <g className="pic-light-glyph-grey">
          <path d="M7.8 8.1a2.2 2.2 0 1 1 3.3 1.9c-.8.45-1.1.9-1.1 1.7" />
          <circle cx="10" cy="14" r=".5" />
        </g>
      );
  }
}

/** Two values that are not the same. */
const Disputed = () => (
  <g className="pic-light-disputed">
    <circle r="4.2" />
    <path d="M-2-.9h4M-2 1h4M1.3-2.5-1.3 2.6" />
  </g>
);

/** A flag that somebody put up. */
const Contested = () => <path className="pic-light-contested" d="M0 10.5V0l6.8 2.9L1.5 5.6V10.5Z" />;

/** The marks on their own, for a legend. */
export function ContestedMark({ size }: { size: number }) {
  return (
    <svg className="pic-light" width={size} height={size} viewBox="-3 -1 13 13" aria-hidden="true">
      <Contested />
    </svg>
  );
}

export function DisputedMark({ size }: { size: number }) {
  return (
    <svg className="pic-light" width={size} height={size} viewBox="-5 -5 10 10" aria-hidden="true">
      <Disputed />
    </svg>
  );
}

/** A light inside another drawing: 20 × 20 units scaled to `size`, its top left corner at x, y. */
export function LightGlyph({
  state,
  x = 0,
  y = 0,
  size = 20,
}: {
  state: LightState;
  x?: number;
  y?: number;
  size?: number;
}) {
  const id = useId();
  const split = state.split && state.split !== state.light ? state.split : null;
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 20})`} data-light={state.light}>
      {split ? (
        <>
          <clipPath id={`${id}l`}>
            <path d="M-1-1h17L4 21h-5Z" />
          </clipPath>
          <clipPath id={`${id}r`}>
            <path d="M17-1h4v22H5Z" />
          </clipPath>
          <g clipPath={`url(#${id}l)`}>
            <Shape light={state.light} split />
          </g>
          <g clipPath={`url(#${id}r)`}>
            <Shape light={split} split />
          </g>
          <path className="pic-light-cut" d="M16.4-.5 4.4 20.5" />
        </>
      ) : (
        <Shape light={state.light} split={false} />
      )}
      {state.stale && state.light !== 'grey' ? (
        <g className="pic-light-hatch">
          <clipPath id={`${id}h`}>
            <circle cx="10" cy="10" r="8.6" />
          </clipPath>
          <path clipPath={`url(#${id}h)`} d="M-2 8 8-2M-2 13 13-2M-2 18 18-2M2 20 20 2M7 20 20 7M12 20l8-8" />
        </g>
      ) : null}
      {split ? null : <Glyph light={state.light} />}
      {state.due ? (
        <g className="pic-light-due" transform="translate(16.6 16.4)">
          <circle r="4.3" />
          <path d="M0-2.3V0l1.6 1.2" />
        </g>
      ) : null}
      {state.overridden ? (
        <path
          className="pic-light-star"
          transform="translate(3.4 3.4)"
          d="m0-4.6 1.3 2.9 3.1.3-2.4 2.1.7 3.1L0 2.2l-2.7 1.6.7-3.1-2.4-2.1 3.1-.3Z"
        />
      ) : null}
      {isDisputed(state) ? (
        <g transform="translate(3.2 16.6)">
          <Disputed />
        </g>
      ) : null}
      {isContested(state) ? (
        <g transform="translate(14.6 -2.2)">
          <Contested />
        </g>
      ) : null}
    </g>
  );
}

/** A light on its own. With `label` it is an image with words; without, it is left to the words beside it. */
export function LightMark({ state, size = 20, label }: { state: LightState; size?: number; label?: boolean | string }) {
  const words = label === true ? lightSentence(state) : label || '';
  return (
    <svg
      className="pic-light"
      width={size}
      height={size}
      viewBox="-1 -1 22 22"
      {...(words ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true })}
    >
      <LightGlyph state={state} />
    </svg>
  );
}

/** A light with its word, as a small pill: shape, glyph, colour and word together. */
export function LightPill({ state, word, size = 'm' }: { state: LightState; word?: string; size?: 's' | 'm' | 'l' }) {
  return (
    <span
      className={`pic-light-pill pic-light-pill-${size} pic-light-pill-${state.light}`}
      title={lightSentence(state)}
    >
      <LightMark state={state} size={{ s: 14, m: 18, l: 20 }[size]} />
      <span>{word ?? lightWord(state.light)}</span>
      {isContested(state) ? (
        <span className="pic-light-said" aria-hidden="true">
          {contestedWord()}
        </span>
      ) : null}
      {state.split || state.stale || state.due || state.overridden || isDisputed(state) || isContested(state) ? (
        <span className="visually-hidden">{lightSentence(state).slice(lightWord(state.light).length)}</span>
      ) : null}
    </span>
  );
}

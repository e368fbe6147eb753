/** What the painters need of the API's shapes. The API's own types fit these (they have more fields). */

export type Light = 'green' | 'yellow' | 'red' | 'grey';
export type Trend = 'better' | 'worse' | 'flat' | 'insufficient';
export type Mark = { letter: string; style: 'outlined' | 'filled' | 'half' | 'square' };
export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };

/** A light as it is drawn: the level, and all that may be marked on it. */
export type LightState = {
  light: Light;
  /** The other band that the interval reaches; the light is then drawn in two halves. */
  split?: Light | null;
  /** Carried forward from an earlier period: hatched. */
  stale?: boolean;
  /** Not due yet, an earlier value stands in: a small clock. */
  due?: boolean;
  /** Set by hand, with a reason: a star. */
  overridden?: boolean;
  /** Of these "disputed" (the parties differ on a value) and "contested" (a party contests the light) are drawn. */
  flags?: readonly string[];
};

/** The style sheet counts the five theme colours from 1, the API from 0; more themes use them in turn. */
function slot(colour: number): number {
  return (((Math.trunc(colour) % 5) + 5) % 5) + 1;
}

/** The colour of a theme by its number, from 0: `var(--theme-1)`. */
export function themeColour(colour: number): string {
  return `var(--theme-${slot(colour)})`;
}

/** Theme-coloured text that is readable on the theme's tint. */
export function themeInk(colour: number): string {
  return `var(--theme-${slot(colour)}-text)`;
}

/** The faint ground of a theme's island. */
export function themeTint(colour: number): string {
  return `var(--theme-${slot(colour)}-tint)`;
}

/** The edge of that ground. */
export function themeEdge(colour: number): string {
  return `var(--theme-${slot(colour)}-edge)`;
}

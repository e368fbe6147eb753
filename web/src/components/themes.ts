/** The custom properties of a theme's colour; `colour` is its place in the palette, counted from 0. */
export function themeColours(colour: number): { bar: string; tint: string; edge: string; text: string } {
  const place = (((Math.trunc(colour) || 0) % 5) + 5) % 5;
  const name = `--theme-${place + 1}`;
  return { bar: `var(${name})`, tint: `var(${name}-tint)`, edge: `var(${name}-edge)`, text: `var(${name}-text)` };
}

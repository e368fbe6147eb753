/** The painters: pictures as pure functions of JSON. */
export { BandsPicture } from './bands';
export { Bullet } from './bullet';
export { HistoryStrip } from './history';
export { ContestedMark, DisputedMark, LightGlyph, LightMark, LightPill } from './light';
export { PartnerMark } from './mark';
export { Milestones } from './milestones';
export { ProgressBar } from './progress';
export { Sparkline } from './sparkline';
export { TrendMark } from './trend';
export type { Box, Light, LightState, Mark, Point, Trend } from './types';
export { themeColour, themeEdge, themeInk, themeTint } from './types';
export { Wall, type WallGroup, type WallItem, wallOrder } from './wall';
export {
  isContested,
  isDay,
  isDisputed,
  lightSentence,
  lightWord,
  limitText,
  measured,
  numberText,
  trendWord,
  valueText,
} from './words';

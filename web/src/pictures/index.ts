/** The painters: pictures as pure functions of JSON. */
export { Bullet } from './bullet';
export { HistoryStrip } from './history';
export { LightGlyph, LightMark, LightPill } from './light';
export { PartnerMark } from './mark';
export { ProgressBar } from './progress';
export { Sparkline } from './sparkline';
export { TrendMark } from './trend';
export type { Box, Light, LightState, Mark, Point, Trend } from './types';
export { theme_colour, theme_edge, theme_ink, theme_tint } from './types';
export { Wall, type WallGroup, type WallItem, wall_order } from './wall';
export { light_sentence, light_word, number_text, trend_word, value_text } from './words';

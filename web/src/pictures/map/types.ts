import type { Box, LightState, Mark, Point, Trend } from '../types';

/** What the map painter reads of the API's map: geometry comes from the server, the painter only draws it. */
export type MapJudgement = LightState & { trend: Trend };
export type MapCard = {
  id: string;
  code: string;
  title: string;
  lane: string;
  theme: string;
  box: Box;
  judgement: MapJudgement;
  /** The parties that win here. */
  wins: string[];
  space: { kind: 'shared' | 'private' | 'agreement'; name: string };
  pinned: boolean;
};
export type MapLane = {
  id: string;
  name: string;
  question: string;
  box: Box;
  label: Box;
  counts: { green: number; yellow: number; red: number; grey: number };
};
export type MapArrow = {
  links: string[];
  from: string[];
  to: string;
  sign: 'helps' | 'hinders';
  points: Point[];
  head: boolean;
  dashed: boolean;
};
export type MapLink = { id: string; from: string; to: string };
export type MapWins = {
  party: string;
  name: string;
  mark: Mark;
  box: Box;
  items: { id: string; text: string; objectives: string[] }[];
};
export type MapTheme = { id: string; name: string; colour: number };
export type MapDrawing = {
  width: number;
  height: number;
  /** Bottom to top. */
  lanes: MapLane[];
  /** `label` is a place for the name that no arrow crosses. */
  islands: { theme: string; lane: string; box: Box; label?: Box }[];
  cards: MapCard[];
  arrows: MapArrow[];
  links: MapLink[];
  wins: MapWins[];
  values: { id: string; text: string }[];
  values_box: Box;
  themes: MapTheme[];
};

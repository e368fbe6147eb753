import type { MapCard, MapDrawing } from './types';

const card = (
  id: string,
  x: number,
  y: number,
  theme: string,
  lane: string,
  light: MapCard['judgement']['light'],
): MapCard => ({
  id,
  code: id.toUpperCase(),
  title: `Objective ${id}`,
  lane,
  theme,
  box: { x, y, width: 172, height: 86 },
  judgement: { light, trend: 'flat' },
  wins: ['p'],
  space: { kind: 'shared', name: 'Shared' },
  pinned: false,
});

/** A map of four objectives for tests: a helps b, b and c help d. */
export function smallMap(): MapDrawing {
  return {
    width: 800,
    height: 600,
    lanes: [
      {
        id: 'l1',
        name: 'People',
        question: 'How must we grow?',
        box: { x: 0, y: 400, width: 800, height: 120 },
        label: { x: 16, y: 400, width: 124, height: 120 },
        counts: { green: 1, yellow: 0, red: 0, grey: 0 },
      },
      {
        id: 'l2',
        name: 'Processes',
        question: 'What must we do better?',
        box: { x: 0, y: 240, width: 800, height: 120 },
        label: { x: 16, y: 240, width: 124, height: 120 },
        counts: { green: 1, yellow: 0, red: 1, grey: 0 },
      },
      {
        id: 'l3',
        name: 'Customers',
        question: 'What do they see?',
        box: { x: 0, y: 80, width: 800, height: 120 },
        label: { x: 16, y: 80, width: 124, height: 120 },
        counts: { green: 0, yellow: 1, red: 0, grey: 0 },
      },
    ],
    islands: [{ theme: 't1', lane: 'l1', box: { x: 180, y: 410, width: 200, height: 110 } }],
    cards: [
      card('a', 200, 420, 't1', 'l1', 'green'),
      card('b', 200, 260, 't1', 'l2', 'green'),
      card('c', 420, 260, 't2', 'l2', 'red'),
      card('d', 420, 100, 't2', 'l3', 'yellow'),
    ],
    arrows: [
      {
        links: ['ab'],
        from: ['a'],
        to: 'b',
        sign: 'helps',
        points: [
          { x: 286, y: 420 },
          { x: 286, y: 346 },
        ],
        head: true,
        dashed: false,
      },
      {
        links: ['bd', 'cd'],
        from: ['b', 'c'],
        to: 'd',
        sign: 'helps',
        points: [
          { x: 506, y: 230 },
          { x: 506, y: 186 },
        ],
        head: true,
        dashed: false,
      },
      {
        links: ['cd'],
        from: ['c'],
        to: 'd',
        sign: 'hinders',
        points: [
          { x: 506, y: 260 },
          { x: 506, y: 230 },
        ],
        head: false,
        dashed: true,
      },
    ],
    links: [
      { id: 'ab', from: 'a', to: 'b' },
      { id: 'bd', from: 'b', to: 'd' },
      { id: 'cd', from: 'c', to: 'd' },
    ],
    wins: [
      {
        party: 'p',
        name: 'Aldermere Pharma',
        mark: { letter: 'A', style: 'outlined' },
        box: { x: 0, y: 0, width: 800, height: 62 },
        items: [{ id: 'w1', text: 'Compounds on the market', objectives: ['d'] }],
      },
    ],
    values: [{ id: 'v1', text: 'Patients first' }],
    values_box: { x: 0, y: 540, width: 800, height: 36 },
    themes: [
      { id: 't1', name: 'Collaboration', colour: 2 },
      { id: 't2', name: 'Growth', colour: 4 },
    ],
  };
}

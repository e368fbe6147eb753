import type { MapCard, MapDrawing } from '@/pictures/map/types';

type Row = [
  id: string,
  title: string,
  theme: string,
  column: number,
  row: number,
  light: MapCard['judgement']['light'],
];

const rows: Row[] = [
  ['a', 'Trust at every level', 'people', 0, 3, 'green'],
  ['b', 'Share what we know', 'people', 2, 3, 'yellow'],
  ['c', 'Work done once, not twice', 'work', 0, 2, 'green'],
  ['d', 'Decide jointly and fast', 'work', 2, 2, 'green'],
  ['e', 'Customers see one team', 'value', 1, 1, 'green'],
  ['f', 'More value for both', 'value', 1, 0, 'green'],
];
const place = (column: number, row: number) => ({ x: 190 + column * 205, y: 110 + row * 136 });
const up = (id: string, from: [number, number], to: [number, number]) => {
  const a = place(...from);
  const b = place(...to);
  const between = (a.y + b.y + 86) / 2;
  const points = [
    { x: a.x + 86, y: a.y },
    { x: a.x + 86, y: between },
    { x: b.x + 86, y: between },
    { x: b.x + 86, y: b.y + 86 },
  ];
  return {
    links: [id],
    from: [id],
    to: id,
    sign: 'helps' as const,
    points: from[0] === to[0] ? [points[0]!, points[3]!] : points,
    head: true,
    dashed: false,
  };
};
const lane = (id: string, name: string, row: number) => ({
  id,
  name,
  question: '',
  box: { x: 0, y: 84 + row * 136, width: 830, height: 126 },
  label: { x: 16, y: 84 + row * 136, width: 130, height: 126 },
  counts: { green: 0, yellow: 0, red: 0, grey: 0 },
});

/** A finished map in small, shown faintly where there is none yet. */
export const sampleMap: MapDrawing = {
  width: 830,
  height: 680,
  lanes: [lane('4', 'People', 3), lane('3', 'Processes', 2), lane('2', 'Customers', 1), lane('1', 'Stakeholders', 0)],
  islands: [],
  cards: rows.map(([id, title, theme, column, row, light]) => ({
    id,
    code: `${theme.slice(0, 1).toUpperCase()}${row}`,
    title,
    lane: String(row + 1),
    theme,
    box: { ...place(column, row), width: 172, height: 86 },
    judgement: { light, trend: 'better' },
    wins: ['p', 'q'],
    space: { kind: 'shared', name: '' },
    pinned: false,
  })),
  arrows: [
    up('1', [0, 3], [0, 2]),
    up('2', [2, 3], [2, 2]),
    up('3', [0, 2], [1, 1]),
    up('4', [2, 2], [1, 1]),
    up('5', [1, 1], [1, 0]),
  ],
  links: [],
  wins: [
    {
      party: 'p',
      name: 'you',
      mark: { letter: 'A', style: 'outlined' },
      box: { x: 0, y: 0, width: 410, height: 66 },
      items: [{ id: 'w', text: 'What you gain', objectives: [] }],
    },
    {
      party: 'q',
      name: 'your partner',
      mark: { letter: 'B', style: 'filled' },
      box: { x: 420, y: 0, width: 410, height: 66 },
      items: [{ id: 'x', text: 'What they gain', objectives: [] }],
    },
  ],
  values: [{ id: 'v', text: 'What you both hold dear' }],
  values_box: { x: 0, y: 636, width: 830, height: 36 },
  themes: [
    { id: 'people', name: 'People', colour: 0 },
    { id: 'work', name: 'Work', colour: 2 },
    { id: 'value', name: 'Value', colour: 3 },
  ],
};

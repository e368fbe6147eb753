import { useId } from 'react';

type Card = { x: number; y: number; theme: number; light: 'green' | 'yellow' | 'red' };

const cards: Card[] = [
  { x: 60, y: 62, theme: 3, light: 'green' },
  { x: 180, y: 62, theme: 5, light: 'yellow' },
  { x: 300, y: 62, theme: 4, light: 'green' },
  { x: 20, y: 142, theme: 2, light: 'yellow' },
  { x: 140, y: 142, theme: 3, light: 'green' },
  { x: 340, y: 142, theme: 4, light: 'green' },
  { x: 60, y: 222, theme: 2, light: 'green' },
  { x: 220, y: 222, theme: 3, light: 'red' },
  { x: 340, y: 222, theme: 4, light: 'yellow' },
  { x: 100, y: 302, theme: 1, light: 'green' },
  { x: 260, y: 302, theme: 1, light: 'green' },
];

const arrows = [
  'M105 142v-12q0-6 6-6h84q6 0 6-6v-2',
  'M185 142v-26',
  'M385 142v-12q0-6-6-6h-48q-6 0-6-6v-2',
  'M105 222v-12q0-6-6-6h-28q-6 0-6-6v-2',
  'M265 222v-12q0-6-6-6h-68q-6 0-6-6v-2',
  'M385 222v-26',
  'M145 302v-12q0-6-6-6h-28q-6 0-6-6v-2',
  'M305 302v-12q0-6-6-6h-28q-6 0-6-6v-2',
];

/** A strategy map in small, as a decoration. It is drawn for a dark ground. */
export function SmallMap() {
  const head = useId();
  return (
    <svg viewBox="0 0 460 372" className="small-map" aria-hidden="true">
      <defs>
        <marker id={head} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 .8 7 4 0 7.200z" className="small-map-head" />
        </marker>
      </defs>
      {[46, 126, 206, 286].map((y) => (
        <rect key={y} x="6" y={y} width="448" height="72" rx="10" className="small-map-lane" />
      ))}
      <rect x="6" y="4" width="220" height="32" rx="8" className="small-map-win" />
      <rect x="234" y="4" width="220" height="32" rx="8" className="small-map-win" />
      <circle cx="26" cy="20" r="8" className="small-map-mark" />
      <circle cx="254" cy="20" r="8" className="small-map-mark small-map-mark-full" />
      <path d="M46 20h120M274 20h96" className="small-map-text small-map-text-strong" />
      {arrows.map((path) => (
        <path key={path} d={path} className="small-map-arrow" markerEnd={`url(#${head})`} />
      ))}
      {cards.map(({ x, y, theme, light }) => (
        <g key={`${x}-${y}`} transform={`translate(${x} ${y - 8})`}>
          <rect width="90" height="54" rx="6" className="small-map-card" />
          <path d="M0 6a6 6 0 0 1 4-5.700V53.700A6 6 0 0 1 0 48z" fill={`var(--small-theme-${theme})`} />
          <path d="M12 14h46M12 22h36" className="small-map-text" />
          <path d="M12 42h14" className="small-map-text small-map-text-faint" />
          <Lamp light={light} />
        </g>
      ))}
    </svg>
  );
}

function Lamp({ light }: { light: Card['light'] }) {
  if (light === 'green') return <circle cx="77" cy="15" r="6" fill="#35b67a" />;
  if (light === 'yellow') return <path d="M77 8.500l7 12H70z" fill="#f4b400" />;
  return <path d="M74.500 9h5l3.500 3.500v5L79.500 21h-5L71 17.500v-5z" fill="#ff6b66" />;
}

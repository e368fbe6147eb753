import type { ReactNode } from 'react';
import { LightMark } from './light';
import type { LightState } from './types';
import { lightWord } from './words';
import './wall.css';

export type WallItem = { id: string; name: string; state: LightState; detail?: string | null };
export type WallGroup = { id: string; name: string; items: WallItem[] };

const worstFirst = { red: 0, yellow: 1, grey: 2, green: 3 };

/** Worst first, then by name. */
export function wallOrder(items: readonly WallItem[]): WallItem[] {
  return [...items].sort(
    (a, b) => worstFirst[a.state.light] - worstFirst[b.state.light] || a.name.localeCompare(b.name),
  );
}

/**
 * One mark for each alliance, in columns (stages, say), worst first. `link` wraps each mark in the app's own link; the
 * name and the light are its words.
 */
export function Wall({
  groups,
  link,
  size = 20,
}: {
  groups: readonly WallGroup[];
  link: (item: WallItem, mark: ReactNode, words: string) => ReactNode;
  size?: number;
}) {
  return (
    <div className="wall" data-picture="wall">
      {groups.map((group) => (
        <section key={group.id} className="wall-group" style={{ flexGrow: Math.max(1, Math.sqrt(group.items.length)) }}>
          <h3 className="wall-name">
            {group.name} <span>{group.items.length}</span>
          </h3>
          <ul className="wall-marks">
            {wallOrder(group.items).map((item) => {
              const words = `${item.name}: ${lightWord(item.state.light).toLowerCase()}${item.detail ? `, ${item.detail}` : ''}`;
              return <li key={item.id}>{link(item, <LightMark state={item.state} size={size} />, words)}</li>;
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

import './Wall.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AllianceItem, Light as Colour } from '@/api/types';
import { t } from '@/i18n/t';
import { LightMark, lightWord } from '@/pictures';
import { AllianceTile } from './AllianceTile';
import { stages, stageWord } from './words';

const rank: Record<Colour, number> = { red: 0, yellow: 1, grey: 2, green: 3 };

/** Few alliances are shown as cards; from here on each is one mark, so that hundreds fit on one screen. */
const marks_from = 13;

/** A column for each stage, worst first. */
export function Wall({ items }: { items: AllianceItem[] }) {
  const worst_first = [...items].sort((a, b) => rank[a.light] - rank[b.light] || a.name.localeCompare(b.name));
  if (items.length < marks_from)
    return (
      <ul className="wall-cards">
        {worst_first.map((item) => (
          <li key={item.id}>
            <AllianceTile alliance={item} />
          </li>
        ))}
      </ul>
    );
  const reds = worst_first.filter((item) => item.light === 'red');
  const columns = stages
    .map((stage) => ({ stage, members: worst_first.filter((item) => item.stage === stage) }))
    .filter((column) => column.members.length > 0);
  return (
    <div className="card wall">
      {reds.length > 0 && <Trouble reds={reds} />}
      <div className="wall-columns">
        {columns.map(({ stage, members }) => (
          <section key={stage} className="wall-column" style={{ flexGrow: Math.max(2, Math.sqrt(members.length)) }}>
            <h2>
              {stageWord(stage)} <span className="faint number">{members.length}</span>
            </h2>
            <ul className="wall-marks">
              {members.map((item) => (
                <li key={item.id}>
                  <WallMark item={item} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Trouble({ reds }: { reds: AllianceItem[] }) {
  return (
    <div className="wall-trouble">
      <h2>{t('wall.trouble', 'In trouble')}</h2>
      <ul className="row">
        {reds.slice(0, 6).map((item) => (
          <li key={item.id}>
            <Link to="/a/$alliance" params={{ alliance: item.slug }} className="wall-chip">
              <LightMark state={{ light: 'red' }} size={16} label={lightWord('red')} />
              <span>
                <strong>{item.name}</strong>
                {item.worst && <span className="soft"> · {item.worst}</span>}
              </span>
            </Link>
          </li>
        ))}
        {reds.length > 6 && <li className="soft">{t('wall.more', 'and {n} more', { n: reds.length - 6 })}</li>}
      </ul>
    </div>
  );
}

function WallMark({ item }: { item: AllianceItem }) {
  const words = t('wall.mark', '{name}: {light}', { name: item.name, light: lightWord(item.light) });
  return (
    <Link to="/a/$alliance" params={{ alliance: item.slug }} className="wall-mark" aria-label={words}>
      <Tip text={words}>
        <LightMark state={{ light: item.light }} size={22} />
      </Tip>
      <span className="wall-name">{item.name}</span>
    </Link>
  );
}

// The name stands beside the mark where there is room; elsewhere the browser's own hint is enough.
function Tip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span title={text} className="wall-tip">
      {children}
    </span>
  );
}

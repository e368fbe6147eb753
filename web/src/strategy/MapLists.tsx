import './map-lists.css';
import type { CSSProperties, ReactNode } from 'react';
import { type Lights, otherLight, useJointLights } from '@/access/joint';
import { JointLight, SpaceLock } from '@/access/SpaceLock';
import type { Id, MapView } from '@/api/types';
import type { About } from '@/discussion/types';
import { t } from '@/i18n/t';
import { LightMark, PartnerMark, TrendMark, themeColour } from '@/pictures';
import type { Chain } from '@/pictures/map/chain';
import { spoken } from './speech';
import { Texts } from './Texts';

type ListsProps = {
  map: MapView;
  chain: Chain | null;
  onSelect: (id: Id) => void;
  /** Opens the comments on a lane, a win or a value. */
  mark: (about: About) => ReactNode;
};

/** The map on a phone: wins first, then the objectives lane by lane from the top. */
export function MapLists({ map, chain, onSelect, mark }: ListsProps) {
  const joint = useJointLights();
  const lanes = [...map.lanes].sort((a, b) => b.position - a.position);
  return (
    <div className="map-lists">
      {map.wins.map((band) => (
        <section key={band.party} className="map-list-wins">
          <PartnerMark mark={band.mark} size={32} />
          <div>
            <h2>{t('map.winsFor', 'Wins for {name}', { name: band.name })}</h2>
            {band.items.length ? <Texts kind="win" items={band.items} mark={mark} /> : <p>{t('map.noWins', 'Not written down yet')}</p>}
          </div>
        </section>
      ))}
      {lanes.map((lane) => {
        const cards = map.cards.filter((card) => card.lane === lane.id && (!chain || chain.objectives.has(card.id)));
        if (cards.length === 0) return null;
        return (
          <section key={lane.id} className="map-list">
            <h2>{lane.name}</h2>
            <p className="soft small">{lane.question}</p>
            {lane.unplaced ? null : mark(`perspective:${lane.id}`)}
            <ul>
              {cards.map((card) => (
                <li key={card.id}>
                  <ListCard map={map} card={card} joint={joint} onSelect={onSelect} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {map.values.length ? (
        <div className="map-list-values">
          <b>{t('map.values', 'Shared values')}</b>
          <Texts kind="value" items={map.values} mark={mark} />
        </div>
      ) : null}
    </div>
  );
}

function ListCard({
  map,
  card,
  joint,
  onSelect,
}: {
  map: MapView;
  card: MapView['cards'][number];
  joint: Lights | null;
  onSelect: (id: Id) => void;
}) {
  const theme = map.themes.find((one) => one.id === card.theme);
  const bar = { '--bar': themeColour(theme?.colour ?? 0) } as CSSProperties;
  return (
    <button
      type="button"
      className="map-list-card"
      style={bar}
      aria-label={spoken(map, card)}
      onClick={() => onSelect(card.id)}
    >
      <span className="map-list-title">{card.title}</span>
      <LightMark state={card.judgement} size={20} />
      <span className="map-list-foot">
        {card.code}
        {card.wins.flatMap((party) => {
          const band = map.wins.find((one) => one.party === party);
          return band ? [<PartnerMark key={party} mark={band.mark} size={16} />] : [];
        })}
        <SpaceLock space={card.space} />
        <JointLight light={otherLight(joint, card)} />
        <span className="map-list-theme">{theme?.name}</span>
      </span>
      <TrendMark trend={card.judgement.trend} label={false} />
    </button>
  );
}

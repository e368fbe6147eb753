import { Link } from '@tanstack/react-router';
import type { MapView } from '@/api/types';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import type { MarkedCard, MarkKind } from './map-marks';
import { glyphOf, markWord } from './mark-words';

const all: MarkKind[] = ['added', 'gone', 'moved', 'changed'];

/** What the marks mean; it stands outside the pictures. */
export function MarkLegend() {
  return (
    <ul className="mark-legend small soft">
      {all.map((mark) => (
        <li key={mark}>
          <Tag mark={mark} />
          {markWord(mark)}
        </li>
      ))}
    </ul>
  );
}

function Tag({ mark }: { mark: MarkKind }) {
  return (
    <span className="mark-sign" data-mark={mark} aria-hidden="true">
      {glyphOf[mark]}
    </span>
  );
}

type CardsProps = {
  cards: MarkedCard[];
  links: [string, MarkKind][];
  old: MapView | null;
  now: MapView;
  from: string;
  to: string;
};

/** The same as the maps, in words. */
export function MarkedCards({ cards, links, old, now, from, to }: CardsProps) {
  const { slug } = useAlliance();
  const codes = new Map([...(old?.cards ?? []), ...now.cards].map((card) => [card.id, card.code]));
  const ends = new Map([...(old?.links ?? []), ...now.links].map((link) => [link.id, link]));
  if (cards.length + links.length === 0)
    return (
      <p className="soft marked-none">
        {t('versions.none', 'Nothing differs on the map: the differences lie elsewhere, or there are none.')}
      </p>
    );
  const item = (id: string) => ({ from, to, item: id }) as never;
  return (
    <section className="card marked-list" aria-labelledby="marked-title">
      <h2 id="marked-title">{t('versions.words', 'In words')}</h2>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <Tag mark={card.mark} />
            <span className="marked-kind small soft">{markWord(card.mark)}</span>
            <span>
              <Link to="/a/$alliance/charter/difference" params={{ alliance: slug }} search={item(card.id)}>
                {card.code} {card.title}
              </Link>
              {card.mark === 'moved' && (
                <span className="small soft marked-place">
                  {t('versions.moved', '{was} → {is}', { was: card.was, is: card.is })}
                </span>
              )}
            </span>
          </li>
        ))}
        {links.map(([id, mark]) => {
          const link = ends.get(id);
          if (!link) return null;
          return (
            <li key={id}>
              <Tag mark={mark} />
              <span className="marked-kind small soft">{markWord(mark)}</span>
              <Link to="/a/$alliance/charter/difference" params={{ alliance: slug }} search={item(id)}>
                {t('versions.link', 'Link {from} → {to}', {
                  from: codes.get(link.from) ?? '',
                  to: codes.get(link.to) ?? '',
                })}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import type { MapView } from '@/api/types';
import { t } from '@/i18n/t';

type Link = MapView['links'][number];
type Card = MapView['cards'][number];

/** What is talked about, as the map has it. */
export type Talked =
  | { kind: 'perspective'; name: string; question: string }
  | { kind: 'win'; name: string; band: MapView['wins'][number] }
  | { kind: 'value'; name: string }
  | { kind: 'theme'; name: string }
  | { kind: 'link'; name: string; link: Link; from: Card; to: Card };

type Parts = Pick<MapView, 'lanes' | 'wins' | 'values' | 'themes' | 'links' | 'cards'>;

/** The thing that an address or a button names; null where the map as it is shown does not have it. */
export function talkedOf(map: Parts, about: string): Talked | null {
  const [kind, id] = about.split(':');
  const is = (one: { id: string }) => one.id === id;
  if (kind === 'perspective') {
    const lane = map.lanes.find(is);
    return lane ? { kind, name: lane.name, question: lane.question } : null;
  }
  if (kind === 'win') {
    const band = map.wins.find((one) => one.items.some(is));
    return band ? { kind, name: band.items.find(is)?.text ?? '', band } : null;
  }
  if (kind === 'value') {
    const value = map.values.find(is);
    return value ? { kind, name: value.text } : null;
  }
  if (kind === 'theme') {
    const theme = map.themes.find(is);
    return theme ? { kind, name: theme.name } : null;
  }
  const link = kind === 'link' ? map.links.find(is) : undefined;
  const from = map.cards.find((card) => card.id === link?.from);
  const to = map.cards.find((card) => card.id === link?.to);
  return link && from && to ? { kind: 'link', name: `${from.code} → ${to.code}`, link, from, to } : null;
}

export const strengthWord = (strength: Link['strength']): string =>
  ({ weak: t('strength.weak', 'weak'), medium: t('strength.medium', 'medium'), strong: t('strength.strong', 'strong') })[strength];

/** "Strength: strong · hinders · after 3 months". */
export function linkWords(link: Link): string {
  return [
    t('talk.strength', 'Strength: {strength}', { strength: strengthWord(link.strength) }),
    link.sign === 'hinders' ? t('map.hinders', 'hinders') : '',
    link.lag_months ? t('knock.lag', 'after {n} {n|month|months}', { n: link.lag_months }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

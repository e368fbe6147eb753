import type { MapView } from '@/api/types';
import { t } from '@/i18n/t';
import { lightSentence, trendWord } from '@/pictures';
import { effectsOf } from '@/pictures/map/chain';

type Card = MapView['cards'][number];

/** What is spoken for an objective on the map: code, title, lane, theme, light, what it leads to. */
export function spoken(map: MapView, card: Card): string {
  const lane = map.lanes.find((one) => one.id === card.lane)?.name ?? '';
  const theme = map.themes.find((one) => one.id === card.theme)?.name ?? '';
  const effects = effectsOf(card.id, map.links).flatMap((id) => map.cards.find((one) => one.id === id)?.code ?? []);
  const leads = effects.length
    ? t('map.leadsTo', 'Leads to {codes}', { codes: effects.join(', ') })
    : t('map.leadsNowhere', 'Leads to no other objective');
  const end = /[.!?”"]$/.test(card.title) ? '' : '.';
  return `${card.code}, ${card.title}${end} ${lane}, ${theme}. ${lightSentence(card.judgement)}, ${trendWord(card.judgement.trend)}. ${leads}.`;
}

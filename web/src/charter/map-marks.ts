import type { MapDrawing } from '@/pictures/map/types';
import type { ItemChange } from './queries';

/** What became of a card or an arrow between two maps. */
export type MarkKind = 'added' | 'gone' | 'moved' | 'changed';
/** `wins` are those that came, went or changed. */
export type MapMarks = { cards: Map<string, MarkKind>; links: Map<string, MarkKind>; wins: Set<string> };
/** A line of the list below the maps. `places`: the names of lane and theme, before and after. */
export type MarkedCard = {
  id: string;
  code: string;
  title: string;
  mark: MarkKind;
  was: string;
  is: string;
};

type Plan = Pick<MapDrawing, 'cards' | 'links' | 'lanes' | 'themes'>;

/**
 * The marks of both maps. Moved is a card in another lane or theme; where the layout merely put it elsewhere it is the
 * same. Changed is one whose words, measures or targets differ. `from` is null where there was nothing.
 */
export function marksBetween(
  from: Plan | null,
  to: Plan,
  changes: readonly ItemChange[],
): { from: MapMarks; to: MapMarks } {
  const touched = new Set(changes.flatMap((one) => (one.objective ? [one.objective] : [])));
  const before = new Map(from?.cards.map((card) => [card.id, card]));
  const after = new Map(to.cards.map((card) => [card.id, card]));
  const wins = new Set(changes.filter((one) => one.kind === 'win').map((one) => one.id));
  const left: MapMarks = { cards: new Map(), links: new Map(), wins };
  const right: MapMarks = { cards: new Map(), links: new Map(), wins };
  for (const card of to.cards) {
    const old = before.get(card.id);
    if (!old) right.cards.set(card.id, 'added');
    else if (old.lane !== card.lane || old.theme !== card.theme) right.cards.set(card.id, 'moved');
    else if (touched.has(card.id)) right.cards.set(card.id, 'changed');
    const mark = right.cards.get(card.id);
    if (old && mark) left.cards.set(card.id, mark);
  }
  for (const card of before.values()) if (!after.has(card.id)) left.cards.set(card.id, 'gone');
  const links = new Set(from?.links.map((link) => link.id));
  const newer = new Set(to.links.map((link) => link.id));
  const redrawn = new Set(changes.filter((one) => one.kind === 'link' && one.change === 'changed').map((one) => one.id));
  for (const link of to.links) {
    if (!links.has(link.id)) right.links.set(link.id, 'added');
    else if (redrawn.has(link.id)) right.links.set(link.id, 'changed');
  }
  for (const id of links) {
    if (!newer.has(id)) left.links.set(id, 'gone');
    else if (redrawn.has(id)) left.links.set(id, 'changed');
  }
  return { from: left, to: right };
}

const order: MarkKind[] = ['added', 'gone', 'moved', 'changed'];

/** The marked cards of both maps as a list: what came, what went, what moved where, what changed. */
export function markedCards(from: Plan | null, to: Plan, marks: ReturnType<typeof marksBetween>): MarkedCard[] {
  const place = (plan: Plan | null, id: string) => {
    const card = plan?.cards.find((one) => one.id === id);
    if (!plan || !card) return '';
    const lane = plan.lanes.find((one) => one.id === card.lane)?.name ?? '';
    const theme = plan.themes.find((one) => one.id === card.theme)?.name ?? '';
    return [lane, theme].filter(Boolean).join(' · ');
  };
  const all = new Map([...marks.from.cards, ...marks.to.cards]);
  return [...all]
    .flatMap(([id, mark]) => {
      const card = to.cards.find((one) => one.id === id) ?? from?.cards.find((one) => one.id === id);
      return card ? [{ id, code: card.code, title: card.title, mark, was: place(from, id), is: place(to, id) }] : [];
    })
    .sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark) || a.code.localeCompare(b.code));
}

import type { MapCard, MapLink, MapWins } from './types';

/** A part of the map that is lit: objectives, links and the wins that it reaches. */
export type Chain = { objectives: Set<string>; links: Set<string>; wins: Set<string> };

function walk(links: readonly MapLink[], starts: readonly string[], way: 'effects' | 'causes', found: Chain): void {
  const queue = [...starts];
  const seen = new Set(starts);
  while (queue.length > 0) {
    const here = queue.shift() as string;
    found.objectives.add(here);
    for (const link of links) {
      if ((way === 'effects' ? link.from : link.to) !== here) continue;
      found.links.add(link.id);
      const next = way === 'effects' ? link.to : link.from;
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
}

function reachWins(found: Chain, wins: readonly MapWins[]): void {
  for (const band of wins) {
    for (const item of band.items) if (item.objectives.some((id) => found.objectives.has(id))) found.wins.add(item.id);
  }
}

/** All that leads to an objective and all that it leads to, cycles allowed. */
export function chainOf(id: string, links: readonly MapLink[], wins: readonly MapWins[] = []): Chain {
  const found: Chain = { objectives: new Set([id]), links: new Set(), wins: new Set() };
  walk(links, [id], 'effects', found);
  // Wins hang on what the objective leads to, not on what its causes also happen to serve.
  reachWins(found, wins);
  walk(links, [id], 'causes', found);
  return found;
}

/** Each chain that starts at a red objective, and the wins it reaches. */
export function knockOnOfReds(
  cards: readonly MapCard[],
  links: readonly MapLink[],
  wins: readonly MapWins[] = [],
): Chain {
  const found: Chain = { objectives: new Set(), links: new Set(), wins: new Set() };
  walk(
    links,
    cards.filter((card) => card.judgement.light === 'red').map((card) => card.id),
    'effects',
    found,
  );
  reachWins(found, wins);
  return found;
}

/** The objectives of one theme, the links within it, and the wins that hang on them directly. */
export function chainOfTheme(
  theme: string,
  cards: readonly MapCard[],
  links: readonly MapLink[],
  wins: readonly MapWins[] = [],
): Chain {
  const own = new Set(cards.filter((card) => card.theme === theme).map((card) => card.id));
  const found: Chain = { objectives: own, links: new Set(), wins: new Set() };
  for (const link of links) if (own.has(link.from) && own.has(link.to)) found.links.add(link.id);
  reachWins(found, wins);
  return found;
}

/** What an objective leads to in one step, in the map's order. */
export function effectsOf(id: string, links: readonly MapLink[]): string[] {
  return links.filter((link) => link.from === id).map((link) => link.to);
}

/** What leads to an objective in one step. */
export function causesOf(id: string, links: readonly MapLink[]): string[] {
  return links.filter((link) => link.to === id).map((link) => link.from);
}

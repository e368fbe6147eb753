import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { titleLines } from './card';
import { chainOf, chainOfTheme, knockOnOfReds } from './chain';
import { headPath, roundedPath } from './paths';
import { MapPicture } from './picture';
import { neighbour, readingOrder } from './position';
import { smallMap } from './small-map';

describe('the chain of an objective', () => {
  const map = smallMap();

  it('goes to all causes and all effects, and no further', () => {
    const chain = chainOf('b', map.links, map.wins);
    expect([...chain.objectives].sort()).toEqual(['a', 'b', 'd']);
    expect(chain.objectives.has('c')).toBe(false);
    expect([...chain.wins]).toEqual(['w1']);
  });

  it('ends where the map has a cycle', () => {
    const links = [...map.links, { id: 'back', from: 'd', to: 'a' }];
    expect(chainOf('a', links).objectives.size).toBe(4);
  });

  it('starts at the reds for their knock-on', () => {
    const chain = knockOnOfReds(map.cards, map.links, map.wins);
    expect([...chain.objectives].sort()).toEqual(['c', 'd']);
    expect(chain.links.has('cd')).toBe(true);
  });

  it('can be one theme', () => {
    expect([...chainOfTheme('t2', map.cards, map.links).objectives].sort()).toEqual(['c', 'd']);
    expect([...chainOfTheme('t2', map.cards, map.links, map.wins).wins]).toEqual(['w1']);
    // What it reaches only through another theme stays dim, as that theme does.
    expect(chainOfTheme('t1', map.cards, map.links, map.wins).wins.size).toBe(0);
  });
});

describe('moving by position', () => {
  const { cards } = smallMap();

  it('goes to the nearest card on that side', () => {
    expect(neighbour(cards, 'a', 'up')).toBe('b');
    expect(neighbour(cards, 'b', 'right')).toBe('c');
    expect(neighbour(cards, 'c', 'up')).toBe('d');
    expect(neighbour(cards, 'd', 'up')).toBe(null);
    // The row ends here: the next one is not to the right of it.
    expect(neighbour(cards, 'c', 'right')).toBe(null);
    expect(neighbour(cards, 'b', 'left')).toBe(null);
    expect(neighbour(cards, 'd', 'down')).toBe('c');
  });

  it('reads rows from the top', () => {
    expect(readingOrder(cards).map((card) => card.id)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('the picture', () => {
  it('rounds corners and no more', () => {
    expect(
      roundedPath([
        { x: 0, y: 20 },
        { x: 0, y: 0 },
        { x: 20, y: 0 },
      ]),
    ).toBe('M0 20L0 6Q0 0 6 0L20 0');
    expect(roundedPath([{ x: 0, y: 0 }])).toBe('');
    expect(
      headPath(
        [
          { x: 0, y: 10 },
          { x: 0, y: 0 },
        ],
        'helps',
      ),
    ).toMatch(/^M0 0L/);
  });

  it('gives a title three lines at most', () => {
    const lines = titleLines('Regulator: “Meet my requirements, so that I can approve what is safe and works”', 172);
    expect(lines.length).toBe(3);
  });

  it('draws each card once and dims what is not in the chain', () => {
    const map = smallMap();
    const picture = renderToStaticMarkup(
      <MapPicture map={map} chain={chainOf('b', map.links, map.wins)} selected="b" />,
    );
    for (const card of map.cards) expect(picture.split(`data-card="${card.code}"`)).toHaveLength(2);
    expect(picture).toContain('map-card is-dimmed" data-card="C"');
    expect(picture).toContain('map-card is-selected" data-card="B"');
    expect(picture).toContain('map-arrow is-lit');
  });
});

import { describe, expect, it } from 'vitest';
import type { MapView } from '@/api/types';
import { linkWords, talkedOf } from './talked';

const link = { id: 'l', from: 'a', to: 'b', sign: 'hinders', lag_months: 3, strength: 'strong' };
const map = {
  lanes: [{ id: 'p', name: 'Processes', question: 'What must be done?' }],
  wins: [
    { party: 'one', items: [] },
    { party: 'two', items: [{ id: 'w', text: 'Sites that recruit' }] },
  ],
  values: [{ id: 'v', text: 'No surprises' }],
  cards: [
    { id: 'a', code: '1.1', title: 'Learn' },
    { id: 'b', code: '2.1', title: 'Deliver' },
  ],
  links: [link, { ...link, id: 'hidden', to: 'gone' }],
} as unknown as MapView;

describe('what is talked about', () => {
  it('is a perspective with its question', () =>
    expect(talkedOf(map, 'perspective:p')).toEqual({ kind: 'perspective', name: 'Processes', question: 'What must be done?' }));
  it('is a win of a party', () =>
    expect(talkedOf(map, 'win:w')).toEqual({ kind: 'win', name: 'Sites that recruit', band: map.wins[1] }));
  it('is a shared value', () => expect(talkedOf(map, 'value:v')).toEqual({ kind: 'value', name: 'No surprises' }));
  it('is an arrow between two objectives', () => {
    expect(talkedOf(map, 'link:l')).toEqual({ kind: 'link', name: '1.1 → 2.1', link, from: map.cards[0], to: map.cards[1] });
    expect(linkWords(map.links[0]!)).toBe('Strength: strong · hinders · after 3 months');
  });
  it('is nothing that the map does not show', () => {
    for (const about of ['perspective:w', 'win:v', 'value:', 'link:hidden', 'objective:a', 'p', ''])
      expect(talkedOf(map, about)).toBeNull();
  });
});

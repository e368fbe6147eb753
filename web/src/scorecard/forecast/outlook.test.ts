import { describe, expect, it } from 'vitest';
import type { OutlookItem } from '@/api/types';
import { byMeasure, outlookWords } from './outlook';

const item = (measure: string, chance: number) => ({ measure, meets: { chance } }) as OutlookItem;

describe('what is expected of several measures', () => {
  it('counts the targets that are likelier met than not', () =>
    expect(outlookWords(byMeasure({ items: [item('a', 0.9), item('b', 0.5), item('c', 0.49)] }))).toBe(
      'Forecast: 2 of 3 targets will probably be met',
    ));
  it('says nothing where nothing can be said', () => expect(outlookWords(byMeasure({ items: [] }))).toBe(''));
});

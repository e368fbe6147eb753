import { describe, expect, it } from 'vitest';
import type { Signal, Trend } from '@/api/types';
import { unitSpace } from '@/i18n/format';
import { signalIsNews, signalSentence, wanders } from './signal-words';

const signal = (more: Partial<Signal> = {}): Signal => ({
  points: 8,
  limits: 'trial',
  centre: 44,
  low: 24,
  high: 64,
  verdict: 'none',
  rules: [],
  assurance: 'none',
  ...more,
});
const measure = (one: Signal, trend: Trend = 'flat') => ({
  signal: one,
  unit: '%',
  decimals: 0,
  judgement: { trend },
});
const rising = [14, 23, 36, 46, 51, 54, 61, 67];

describe('limits', () => {
  it('say nothing about a series that moves through them', () => {
    expect(wanders(rising, signal())).toBe(true);
    expect(wanders([...rising].reverse(), signal())).toBe(true);
  });
  it('hold for one that stays, and for one that breaks out on one side', () => {
    expect(wanders([40, 45, 50, 44], signal())).toBe(false);
    expect(wanders([40, 45, 50, 70], signal())).toBe(false);
    expect(wanders([70, 45, 50, 70], signal())).toBe(false);
    expect(wanders(rising, signal({ limits: 'none' }))).toBe(false);
  });
});

describe('the signal', () => {
  it('is news as a concern, or where the light is not green', () => {
    expect(signalIsNews(signal({ verdict: 'improvement' }), 'green')).toBe(false);
    expect(signalIsNews(signal({ verdict: 'concern' }), 'green')).toBe(true);
    expect(signalIsNews(signal(), 'red')).toBe(true);
    expect(signalIsNews(signal({ limits: 'none' }), 'red')).toBe(false);
  });
  it('does not call a rising series left alone, nor better without the target that runs away', () => {
    const words = signalSentence(measure(signal({ verdict: 'improvement', rules: ['outside'] }), 'worse'), rising);
    expect(words).not.toContain('Left alone');
    expect(words).toContain('for the better');
    expect(words).toContain('falls behind');
  });
  it('tells the range of a quiet series, and what it will deliver', () => {
    const words = signalSentence(measure(signal({ assurance: 'misses' })), [40, 45, 50]);
    expect(words).toContain(`between 24 and 64${unitSpace}%`);
    expect(words).toContain('will miss the target');
  });
});

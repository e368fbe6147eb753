import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setLocale } from '@/i18n/t';
import { CourseChart } from './CourseChart';
import type { Course } from './queries';

// Without a layout nothing has a width: the chart is given one.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(private tell: () => void) {}
      observe() {
        this.tell();
      }
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  setLocale('en-GB');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const course = (currency: string, cost: number | null) =>
  ({
    start: '2006-01-01',
    due: '2007-12-31',
    currency,
    points: [{ day: '2006-06-30', progress: 0.5, planned: 0.25, cost, budget: cost === null ? null : 620_000 }],
    effects: [],
  }) as unknown as Course;
const axis = () => [...screen.getByRole('img', { name: /^Cost/ }).querySelectorAll('text')].map((text) => text.textContent);

it('says at the axis of the cost in which currency it is', () => {
  render(<CourseChart course={course('EUR', 300_000)} today="2007-01-01" />);
  // Browsers differ in the letter.
  expect(axis()[0]).toMatch(/^€620k$/i);
});

it('writes it in the way of the reader, and without a common sign by its three letters', () => {
  setLocale('de-DE');
  render(<CourseChart course={course('CHF', 2_500_000)} today="2007-01-01" />);
  expect(axis()[0]?.replace(/\s/g, ' ')).toBe('2,5 Mio. CHF');
  // Beside it there is room for the whole of it.
  const at = Number(screen.getByRole('img', { name: /^Cost/ }).querySelector('text')?.getAttribute('x'));
  expect(at).toBeGreaterThan(70);
});

it('keeps the axis narrow where nothing was spent', () => {
  render(<CourseChart course={course('EUR', null)} today="2007-01-01" />);
  expect(screen.queryByRole('img', { name: /^Cost/ })).toBeNull();
  expect(screen.getByRole('img').querySelector('text')?.getAttribute('x')).toBe('40');
});

import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { setLocale } from '@/i18n/t';
import { DateField } from './DateField';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  setLocale('en-GB');
});

function Day({ start, told }: { start: string; told: (day: string) => void }) {
  const [day, setDay] = useState(start);
  return (
    <DateField
      label="Until"
      value={day}
      onChange={(next) => {
        setDay(next);
        told(next);
      }}
    />
  );
}
const order = () => screen.getAllByRole('spinbutton').map((part) => part.getAttribute('data-type'));

it('asks for the parts of a day in the order of the person’s locale', async () => {
  render(<Day start="2009-12-31" told={() => {}} />);
  await waitFor(() => expect(order()).toEqual(['day', 'month', 'year']));
  expect(screen.getAllByRole('spinbutton').map((part) => part.textContent)).toEqual(['31', '12', '2009']);
  cleanup();
  setLocale('en-US');
  render(<Day start="2009-12-31" told={() => {}} />);
  await waitFor(() => expect(order()).toEqual(['month', 'day', 'year']));
});

it('tells the day in one form whatever the locale, and no day while it is not whole', async () => {
  const told = vi.fn();
  setLocale('de-DE');
  render(<Day start="2009-12-31" told={told} />);
  await waitFor(() => screen.getAllByRole('spinbutton'));
  const [day] = screen.getAllByRole('spinbutton');
  fireEvent.keyDown(day as HTMLElement, { key: 'ArrowDown' });
  expect(told).toHaveBeenLastCalledWith('2009-12-30');
});

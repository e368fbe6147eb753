import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { MapView } from '@/api/types';
import { LaneMarks, TalkMark, type Talking } from './TalkMarks';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });
afterEach(cleanup);
const counts = [
  { about: 'perspective:p', comments: 3, open_threads: 1 },
  { about: 'win:w', comments: 2, open_threads: 0 },
];
vi.stubGlobal('fetch', async () => Response.json({ items: counts }));

const box = { x: 0, y: 0, width: 100, height: 20 };
const lane = (id: string, name: string, position: number, unplaced = false) => ({ id, name, position, unplaced, box, label: { ...box, x: 1, width: 10 } });
const map = {
  width: 100,
  height: 60,
  lanes: [lane('u', 'Not placed yet', -1, true), lane('p', 'Processes', 0), lane('s', 'Stakeholders', 1)],
  wins: [{ party: 'one', items: [{ id: 'w', text: 'Sites that recruit' }] }],
} as unknown as MapView;

function marks(open: Talking['open'], what: (talking: Talking) => ReactNode) {
  const go = vi.fn();
  render(<QueryClientProvider client={new QueryClient()}>{what({ map, slug: 'a-1', open, go })}</QueryClientProvider>);
  return go;
}

it('stands on each lane of the picture from the top, with how much is said, and takes the place of an objective', async () => {
  const go = marks(undefined, (talking) => <LaneMarks {...talking} picture />);
  const said = await screen.findByRole('button', { name: 'Comments on “Processes”: 3' });
  expect(screen.getAllByRole('button').map((one) => one.getAttribute('data-talk'))).toEqual(['perspective:s', 'perspective:p']);
  fireEvent.click(said);
  expect(go).toHaveBeenCalledWith({ talk: 'perspective:p', sel: undefined, knock: undefined });
});

it('says by a win how much is said, and leaves the objective where it is', async () => {
  const go = marks(undefined, (talking) => <TalkMark {...talking} about="win:w" />);
  const said = await screen.findByRole('button', { name: 'Comments on “Sites that recruit”: 2' });
  expect(said.textContent).toBe('2');
  fireEvent.click(said);
  expect(go).toHaveBeenCalledWith({ talk: 'win:w' });
});

it('closes what it opened', () => {
  const go = marks('perspective:s', (talking) => <LaneMarks {...talking} />);
  const mark = screen.getByRole('button', { name: 'Comments on “Stakeholders”' });
  expect(mark.textContent).toBe('Stakeholders');
  expect(mark.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(mark);
  expect(go).toHaveBeenCalledWith({ talk: undefined });
});

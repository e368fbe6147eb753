import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import type { Alliance } from '@/api/types';
import { FiscalYears } from './FiscalYear';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

const edited = vi.hoisted(() => vi.fn());
vi.mock('@/api/edits', () => ({ edit: edited, words: (error: Error) => error.message }));
afterEach(() => {
  cleanup();
  edited.mockReset();
});

const january = { first_month: 1, first_day: 1, kind: 'months' };
const october = { first_month: 10, first_day: 1, kind: 'months' };
const alliance = (ours: object | null, theirs: object | null, edit_draft = true) =>
  ({
    id: 'x',
    calendar: january,
    me: { party: 'a' },
    rights: { edit_draft },
    parties: [
      { id: 'a', name: 'Aldermere', version: 4, calendar: ours },
      { id: 'h', name: 'Halden Clinical', version: 1, calendar: theirs },
    ],
  }) as unknown as Alliance;
const radio = (name: RegExp) => screen.getByRole('radio', { name });
const save = () => screen.getByRole('button', { name: 'Save' });

it('sends one’s own in the version that was read, begun with the alliance’s', async () => {
  render(<FiscalYears alliance={alliance(null, october)} />);
  expect(screen.getByText('Halden Clinical: from 1 October')).toBeTruthy();
  expect(save().hasAttribute('disabled')).toBe(true);
  fireEvent.click(radio(/Another one/));
  fireEvent.click(save());
  await waitFor(() => expect(edited).toHaveBeenCalledOnce());
  expect(edited.mock.calls[0]?.[0]).toMatchObject({ method: 'PATCH', path: '/alliances/x/parties/a', version: 4, body: { calendar: january } });
});

it('gives one’s own up again', async () => {
  render(<FiscalYears alliance={alliance(october, null)} />);
  fireEvent.click(radio(/As the alliance’s/));
  fireEvent.click(save());
  await waitFor(() => expect(edited).toHaveBeenCalledOnce());
  expect(edited.mock.calls[0]?.[0]).toMatchObject({ body: { calendar: null } });
});

it('says at the field what the server found wrong', async () => {
  const fields = [{ path: 'calendar.first_day', code: 'out_of_range', message: 'A day is a number from 1 to 31.' }];
  edited.mockRejectedValue(new ApiError(422, 'bad_input', 'No', fields));
  render(<FiscalYears alliance={alliance(null, null)} />);
  fireEvent.click(radio(/Another one/));
  fireEvent.click(save());
  expect(await screen.findByText('A day is a number from 1 to 31.')).toBeTruthy();
});

it('is only told to who may not edit, and nothing where no party has one', () => {
  render(<FiscalYears alliance={alliance(october, null, false)} />);
  expect(screen.getByText('Aldermere: from 1 October')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  const { container } = render(<FiscalYears alliance={alliance(null, null, false)} />);
  expect(container.textContent).toBe('');
});

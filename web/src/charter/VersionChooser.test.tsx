import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { setLocale } from '@/i18n/t';
import { VersionList } from './VersionChooser';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

const asked: { on?: string } = {};
const set = vi.fn();
vi.mock('@/shell/alliance-context', () => ({ useAlliance: () => ({ slug: 'a-1', charter: null, ratified: true }) }));
vi.mock('@/shell/filters', () => ({ useFilters: () => [asked, set], keepMoment: {} }));
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
}));

afterEach(() => {
  cleanup();
  setLocale('en-GB');
  delete asked.on;
});

function list() {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(
    <QueryClientProvider client={client}>
      <VersionList onChosen={() => {}} />
    </QueryClientProvider>,
  );
  return screen.findAllByRole('spinbutton');
}
const show = () => screen.getByRole('button', { name: 'Show' }) as HTMLButtonElement;

it('asks for a past day in the order of the person’s locale', async () => {
  setLocale('en-US');
  asked.on = '2008-06-30';
  const parts = await list();
  expect(parts.map((part) => part.getAttribute('data-type'))).toEqual(['month', 'day', 'year']);
  fireEvent.keyDown(parts[1]!, { key: 'ArrowDown' });
  fireEvent.submit(document.querySelector('form')!);
  expect(set).toHaveBeenLastCalledWith(expect.objectContaining({ on: '2008-06-29', basis: undefined }));
});

it.each(['yesterday', '2008-02-31'])('starts empty where the address holds no day: %s', async (on) => {
  asked.on = on;
  await list();
  await waitFor(() => expect(show().disabled).toBe(true));
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Alliance } from '@/api/types';
import { ThemeList } from './ThemeList';

vi.mock('@/shell/alliance-context', () => ({ useAt: () => ({}) }));
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));
afterEach(cleanup);
// The scorecard itself does not come: the names and lights stand without it.
vi.stubGlobal('fetch', () => new Promise(() => {}));

function list(read_scorecard: boolean) {
  const alliance = { slug: 'a-1', rights: { read_scorecard }, themes: [{ id: '1', name: 'Growth', colour: 0, light: 'green' }] };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ThemeList alliance={alliance as unknown as Alliance} />
    </QueryClientProvider>,
  );
}

it('leads to the scorecard of a theme', () => {
  list(true);
  expect(screen.getByRole('link', { name: /Growth/ })).toBeTruthy();
});

it('leads nobody to a scorecard that the role does not open', () => {
  list(false);
  expect(screen.getByText('Growth')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

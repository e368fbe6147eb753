import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

const me = { csrf: '', person: { name: 'Eva', locale: 'en-GB', appearance: 'system' }, organisation: {} };
const alliance = (rights: object) => ({
  id: '1',
  slug: 'a-1',
  name: 'North and South',
  light: 'green',
  parties: [],
  me: {},
  ratified: true,
  charter: null,
  rights: { read_scorecard: false, edit_themes: [], ...rights },
});

/** A server that knows one alliance; to everything else it says what the real one says to who may not see it. */
function serve(rights: object) {
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace('/api/v1', '');
    const known: Record<string, unknown> = { '/me': me, '/alliances/a-1': alliance(rights) };
    if (path in known) return Response.json(known[path]);
    return Response.json({ title: 'Not found', detail: 'There is nothing here.', status: 404 }, { status: 404 });
  });
}

/** The program as if freshly loaded at this address. */
async function open(path: string) {
  vi.resetModules();
  history.replaceState({}, '', path);
  const [{ client }, { router }] = await Promise.all([import('./api/client-query'), import('./routes')]);
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const linksTo = () => [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'));

beforeEach(() => {
  vi.stubGlobal('EventSource', class extends EventTarget {
    close() {}
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('an address that nothing stands at', () => {
  it.each(['/a/a-1/nonsense', '/a/a-1/o/1/2'])('keeps the frame of the alliance: %s', async (path) => {
    serve({ read_scorecard: true });
    await open(path);
    await heading('Not here');
    expect(document.querySelector('nav.rail')).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Pages of the alliance' })).toBeTruthy();
    expect(linksTo()).toEqual(['/a/a-1/map', '/a/a-1', '/alliances']);
    await waitFor(() => expect(document.title).toBe('Not here · North and South · Entente'));
  });
  it.each(['/a/hidden', '/a/hidden/nonsense'])('shows nothing of an alliance that one does not see: %s', async (path) => {
    // React tells of every error that a boundary catches.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    serve({ read_scorecard: true });
    await open(path);
    await heading('Not here');
    expect(screen.queryByRole('navigation', { name: 'Pages of the alliance' })).toBeNull();
    expect(linksTo()).toEqual(['/', '/alliances']);
    await waitFor(() => expect(document.title).toBe('Not here · Entente'));
  });
});

describe('a page that the role does not open', () => {
  it.each(['scorecards', 'scorecards/unknown', 'charter', 'reviews', 'value'])('says so, and where to go: %s', async (page) => {
    serve({});
    await open(`/a/a-1/${page}`);
    await heading('Not for your role');
    expect(screen.getByText(/does not open “/)).toBeTruthy();
    expect(linksTo()).toEqual(['/a/a-1/map', '/a/a-1', '/a/a-1/people']);
    await waitFor(() => expect(document.title).toBe('Not for your role · North and South · Entente'));
    expect(screen.queryByText('That did not work')).toBeNull();
    // Nothing in the frame leads there.
    expect(document.querySelector('a[href^="/a/a-1/scorecards"], a[href^="/a/a-1/charter"]')).toBeNull();
  });
  it('does not tell of a thing whether it exists', async () => {
    serve({});
    await open('/a/a-1/m/0123');
    await heading('Not here');
  });
});

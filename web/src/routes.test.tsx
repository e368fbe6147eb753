import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { client } from './api/client-query';
import { router } from './routes';

configure({ asyncUtilTimeout: 30_000 });
it('x', async () => {
  for (const path of ['/a/x/nonsense', '/a/x/o/1/2', '/nonsense', '/settings/a/b/c'])
    console.log(path, router.matchRoutes(router.parseLocation ? ({ pathname: path, search: {} } as never) : (undefined as never)).map((m) => [m.routeId, (m as never as {_notFound: unknown})._notFound]));
});

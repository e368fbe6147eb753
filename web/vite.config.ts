import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.ENTENTE_URL ?? 'http://127.0.0.1:8080';

/** React Aria carries its few own words in 34 languages; the screens are in English, so the others need not be loaded. */
const english_only = {
  name: 'english-only',
  enforce: 'pre' as const,
  load(id: string) {
    const other = /react-(aria|stately)[^?]*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id);
    return other ? `export { default } from './en-US.mjs';` : null;
  },
};

/** Days are written in the calendar of business everywhere; the ten others that the date field could show are left out. */
const gregorian_only = {
  name: 'gregorian-only',
  enforce: 'pre' as const,
  load(id: string) {
    if (!/@internationalized\/date\/dist\/private\/createCalendar\.mjs$/.test(id)) return null;
    return `import { GregorianCalendar } from './calendars/GregorianCalendar.mjs';
      export const createCalendar = () => new GregorianCalendar();`;
  },
};

export default defineConfig({
  plugins: [english_only, gregorian_only, react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // The content security policy allows no data: scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // The router comes with the first page anyway: one file of it, not seven, each with its request.
        codeSplitting: { groups: [{ name: 'router', test: /node_modules[\\/](@tanstack[\\/](react-router|router-core|history)|use-sync-external-store)/ }] },
      },
    },
  },
  // The page's own address goes on to the server, which refuses changes that come from another site.
  server: { proxy: { '/api/v1': { target: server, changeOrigin: false } } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

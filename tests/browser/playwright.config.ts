import { defineConfig } from '@playwright/test';
import { browserPath } from './browser-path';

// The screens against the real program: `cd web && npx playwright test -c ../tests/browser/playwright.config.ts`.
// ENTENTE_URL names a server that runs already (with the sample); without it the program is started with a database of
// its own (ENTENTE_PROGRAM, otherwise build/release/entente).
export default defineConfig({
  testDir: '.',
  outputDir: '../../web/test-results',
  // Generous, for a machine that does much else; what waits, waits for what it needs and no longer.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  // A test that passes on the second try only is named in the report.
  retries: 1,
  fullyParallel: false,
  workers: 1,
  reporter: [['list']],
  globalSetup: './start-program.ts',
  use: {
    // A control that never comes is told soon, however long the whole test may take.
    actionTimeout: 60_000,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';
import { startProgram } from './start-program';

// The reference alliance with its history: versions, reviews, words on values and lights, as whoever tries the program finds them.
// Only looked at, on a server of its own.
test.describe.configure({ mode: 'serial' });

let server: { url: string; stop: () => Promise<void> };
let his: BrowserContext;
let page: Page;
let slug: string;
let id: string;
const of: Record<string, string> = {};

test.beforeAll(async ({ browser }) => {
  server = await startProgram('whole');
  his = await windowOf(browser, accounts.halden, { baseURL: server.url });
  page = await his.newPage();
  ({ slug, id } = await sample(his));
  const scorecard = await (await his.request.get(`/api/v1/alliances/${id}/scorecard`)).json();
  for (const theme of scorecard.themes)
    for (const objective of theme.objectives) {
      of[objective.code] = objective.id;
      for (const measure of objective.measures) of[measure.code] = measure.id;
    }
});
test.afterAll(async () => {
  await his?.close();
  await server?.stop();
});

test('the charter page shows the versions, the one that was returned with its reason', async () => {
  await open(page, `/a/${slug}/charter`);
  await expect(page.getByText('Version 4').first()).toBeVisible();
  await expect(page.getByText(/Open books go further than what we agreed on/)).toBeVisible();
  await open(page, `/a/${slug}/charter/difference?from=1&to=2`);
  await expect(page.getByText(/Use third parties/).first()).toBeVisible();
});

test('the map is in force, and a past day is shown as it was then', async () => {
  await open(page, `/a/${slug}/map`);
  await expect(page.locator('.map-button')).toHaveCount(24);
  await open(page, `/a/${slug}/map?on=2007-06-30`);
  await expect(page.locator('.map-button')).toHaveCount(23);
});

test('values wait for the other side, and one is disputed with both values', async () => {
  await open(page, `/a/${slug}/accept`);
  await expect(page.getByText(/Nine sites that opened in December/).first()).toBeVisible();
});

test('a measure tells from which day its values need both sides', async () => {
  await open(page, `/a/${slug}/m/${of['SP4.1']}?basis=draft`);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'More' }).click();
  await expect(dialog.getByRole('group', { name: 'For values given from' })).toContainText('2008');
  await page.keyboard.press('Escape');
});

for (const { name, scheme, viewport } of looks)
  test(`the history's pages have no axe finding, ${name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await windowOf(browser, accounts.aldermere, { baseURL: server.url, colorScheme: scheme, viewport, reducedMotion: 'reduce' });
    const seen = await context.newPage();
    const a = `/a/${slug}`;
    const found: Record<string, string[]> = {};
    for (const path of [a, `${a}/map`, `${a}/charter`, `${a}/charter/difference?from=2&to=4`, `${a}/accept`, `${a}/scorecards`, `${a}/o/${of.SP4}`, `${a}/o/${of.LA1}`, `${a}/m/${of['SP4.1']}`]) {
      await open(seen, path);
      const here = await findings(seen);
      if (here.length) found[path] = here;
      const sideways = await seen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) found[`${path}: sideways`] = [String(sideways)];
    }
    expect(found).toEqual({});
    await context.close();
  });

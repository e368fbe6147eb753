import type { BrowserContext, Page } from '@playwright/test';
import { accounts, address, expect, open, sample, test, windowOf } from './house';

let context: BrowserContext;
let page: Page;
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
});
test.afterEach(() => context.close());

test('a new objective with red above its goal is put right and sent', async () => {
  const { slug } = await sample(context);
  await open(page, `/a/${slug}/map?mode=edit`);
  await page.getByRole('button', { name: 'Add objective' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Say in a few words what you want to achieve.')).toBeVisible();
  await expect(dialog.getByLabel('What do you want to achieve together?')).toBeFocused();
  await page.keyboard.type('Put right');
  await expect(dialog.getByText('Say in a few words what you want to achieve.')).toHaveCount(0);
  await dialog.getByRole('textbox', { name: 'Measure' }).fill('People trained');
  await dialog.getByLabel('Goal: green from').fill('80');
  await dialog.getByLabel('Red below').fill('90');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Red must lie below the goal.')).toBeVisible();
  await dialog.getByLabel('Red below').fill('60');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('“Put right” added')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
});

test('a value that was no number is put right and entered', async () => {
  const { slug } = await sample(context);
  const card = await (await context.request.get(`/api/v1/alliances/${slug}/scorecard`)).json();
  const one = card.themes
    .flatMap((theme: { objectives: { measures: object[] }[] }) => theme.objectives.flatMap((each) => each.measures))
    .find((each: { may_enter: boolean; next_period: string | null; value: unknown }) => each.may_enter && each.next_period && typeof each.value === 'number');
  await open(page, `/a/${slug}/m/${one.id}?enter=${one.next_period}`);
  const form = page.locator('.entry-form');
  await form.getByLabel(/^Value/).fill('xyz');
  // Within the form: the page may scroll to what is wrong.
  const height = async () => ((await form.getByLabel(/^Value/).boundingBox())?.y ?? 0) - ((await form.boundingBox())?.y ?? 0);
  const before = await height();
  await form.getByRole('button', { name: 'Enter value' }).click();
  await expect(form.getByText('“xyz” is not a number.')).toBeVisible();
  expect(await height()).toBe(before);
  await form.getByLabel(/^Value/).fill(String(one.value));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Value saved for/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByText('Undone')).toBeVisible();
});

test('what is missing is said at the field, in our words: sign in, new alliance, invitation', async ({ browser }) => {
  const stranger = await browser.newContext({ baseURL: address() });
  const door = await stranger.newPage();
  await door.goto('/signin');
  await door.getByRole('button', { name: 'Sign in' }).click();
  await expect(door.getByText('Type your e-mail address.')).toBeVisible();
  await expect(door.getByText('Type your password.')).toBeVisible();
  await expect(door.getByLabel('E-mail')).toBeFocused();
  await stranger.close();

  await open(page, '/alliances/new');
  await page.getByRole('button', { name: 'Create and draw the map' }).click();
  await expect(page.getByText('Give the alliance a name.')).toBeVisible();

  const { slug } = await sample(context);
  await open(page, `/a/${slug}/people`);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill('nonsense');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText('This is not an e-mail address.')).toBeVisible();
  await dialog.getByLabel('E-mail').fill(`somebody.${Date.now()}@aldermere.example`);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('dialog', { name: 'The invitation is ready' })).toBeVisible();
});

test('who can see this names every party', async () => {
  const { slug } = await sample(context);
  const access = await (await context.request.get(`/api/v1/alliances/${slug}/access`)).json();
  const parties = [...new Set(access.rows.map((row: { organisation: string }) => row.organisation))] as string[];
  expect(parties).toContain('Halden Clinical');
  await open(page, `/a/${slug}/people`);
  await page.getByRole('button', { name: 'Who can see this?' }).click();
  for (const party of parties) await expect(page.locator('.access-side > summary', { hasText: party })).toBeInViewport();
});

for (const width of [390, 360])
  test(`no page scrolls sideways at ${width} px`, async () => {
    test.setTimeout(600_000);
    const { slug, objective, measure, theme } = await sample(context);
    await page.setViewportSize({ width, height: 844 });
    const pages = ['/', '/alliances', '/alliances/new', '/inbox', '/settings', '/settings/tokens', '/settings/sessions', '/settings/password'];
    for (const part of ['', '/map', '/scorecards', `/scorecards/${theme}`, `/o/${objective}`, `/m/${measure}`, '/people', '/activity', '/settings'])
      pages.push(`/a/${slug}${part}`);
    for (const path of pages) {
      await open(page, path);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide, path).toBeLessThanOrEqual(room as number);
    }
  });

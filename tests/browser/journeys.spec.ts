import type { BrowserContext, Page } from '@playwright/test';
import { accounts, address, clicks, expect, open, password, sample, test, windowOf } from './house';

// Journeys start signed in; typing is not counted. The numbers are those of the interface's table.
let context: BrowserContext;
let page: Page;
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
});
test.afterEach(() => context.close());

/** An alliance whose one objective is off track: whatever else stands on the wall, the worst comes first. */
async function troubled(): Promise<void> {
  const { csrf } = await (await context.request.get('/api/v1/me')).json();
  const make = async (path: string, data: unknown) => {
    const answer = await context.request.post(`/api/v1/alliances${path}`, { data, headers: { 'X-CSRF-Token': csrf } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { id } = await make('', { name: `In trouble ${Date.now()}` });
  const theme = await make(`/${id}/themes`, { name: 'Growth' });
  const map = await (await context.request.get(`/api/v1/alliances/${id}/map`)).json();
  const measures = [{ name: 'Patients', unit: 'patients', frequency: 'year', scoring: { type: 'higher', red: 500, green: 700 }, effective_from: '2006-01-01' }];
  const objective = await make(`/${id}/objectives`, { title: 'Grow', theme: theme.id, perspective: map.lanes[0].id, measures });
  const card = await (await context.request.get(`/api/v1/objectives/${objective.id}`)).json();
  await make(`/${id}/observations`, [{ measure: card.measures[0].id, period: String(new Date().getFullYear() - 1), value: 100 }]);
}

test('find the alliances in trouble: 2 clicks', async () => {
  await troubled();
  await open(page, '/');
  const count = await clicks(page);
  await page.getByRole('link', { name: 'Alliances', exact: true }).click();
  const first = page.locator('.wall-chip, .wall-cards .tile, .wall-mark').first();
  await first.click();
  await expect(page).toHaveURL(/\/a\//);
  await expect(page.getByText(/off track/i).first()).toBeVisible();
  expect(count()).toBeLessThanOrEqual(2);
});

test('poster: 2 clicks', async () => {
  const { slug } = await sample(context);
  await open(page, `/a/${slug}/map`);
  const count = await clicks(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'A1' }).click();
  const poster = await file;
  expect(poster.suggestedFilename()).toMatch(/\.pdf$/);
  expect(count()).toBe(2);
});

test('undo what can be undone: 1 click', async () => {
  const { slug } = await sample(context);
  await open(page, `/a/${slug}/settings`);
  const text = page.getByLabel('What is it for?');
  const before = await text.inputValue();
  await text.fill(`${before} Changed.`);
  await page.getByRole('button', { name: 'Save' }).first().click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  const count = await clicks(page);
  await undo.click();
  await expect(page.getByText('Undone')).toBeVisible();
  expect(count()).toBe(1);
  await open(page, `/a/${slug}/settings`);
  await expect(page.getByLabel('What is it for?')).toHaveValue(before);
});

test('sign in and go to a measure by keyboard alone', async ({ browser }) => {
  const fresh = await browser.newContext({ baseURL: address() });
  const door = await fresh.newPage();
  await door.goto('/');
  await expect(door).toHaveURL(/signin/);
  const count = await clicks(door);
  await expect(door.getByLabel('E-mail')).toBeFocused();
  await door.keyboard.type(accounts.aldermere);
  await door.keyboard.press('Tab');
  await door.keyboard.type(password);
  await door.keyboard.press('Enter');
  await expect(door.getByRole('heading', { level: 1 })).toContainText('Hello');
  await door.keyboard.press('Control+k');
  await expect(door.getByRole('combobox')).toBeFocused();
  await door.keyboard.type('aldermere');
  await expect(door.getByRole('option').first()).toBeVisible();
  await door.keyboard.press('Enter');
  await expect(door).toHaveURL(/\/a\//);
  await expect(door.getByRole('heading', { level: 1 })).toBeVisible();
  await door.keyboard.press('Control+k');
  await expect(door.getByRole('combobox')).toBeFocused();
  await door.keyboard.type('trust');
  await expect(door.getByRole('option').first()).toBeVisible();
  await door.keyboard.press('Enter');
  await expect(door).toHaveURL(/\/a\/[^/]+\/[om]\//);
  expect(count()).toBe(0);
  await fresh.close();
});

test('an owner enters a value and the light turns red: 2 clicks of the 4', async () => {
  const { id, slug } = await sample(context);
  const scorecard = await (await context.request.get(`/api/v1/alliances/${id}/scorecard`)).json();
  const [theme, measure] = firstGreen(scorecard);
  await open(page, `/a/${slug}/scorecards/${theme}`);
  const count = await clicks(page);
  await page.locator(`[data-value-of="${measure}"]`).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.getByLabel('Why the change?').fill('Counted again');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ has: page.locator(`[data-value-of="${measure}"]`) });
  await expect(row.getByText('Off track').or(row.getByLabel(/off track/i)).first()).toBeVisible();
  expect(count()).toBeLessThanOrEqual(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
});

test('new objective with measure and target: 4 clicks', async () => {
  const { slug } = await sample(context);
  await open(page, `/a/${slug}/map`);
  const count = await clicks(page);
  await page.getByRole('button', { name: 'Edit map' }).click();
  await page.getByRole('button', { name: 'Add objective' }).click();
  await page.getByLabel('What do you want to achieve together?').fill('Share what was learnt');
  await page.getByLabel(/^Measure/).fill('Lessons used again');
  await page.getByLabel(/Goal: green from/).fill('20');
  await page.getByLabel(/^Red below/).fill('10');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText(/Share what was learnt.* added/)).toBeVisible();
  expect(count()).toBeLessThanOrEqual(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
});

type Themes = { themes: { id: string; objectives: { measures: { id: string; target: string; may_enter: boolean; judgement: { light: string } }[] }[] }[] };

/** A measure of which more is better, and which is green now. */
function firstGreen({ themes }: Themes): [string, string] {
  for (const theme of themes)
    for (const { measures } of theme.objectives)
      for (const one of measures)
        if (one.may_enter && one.judgement.light === 'green' && one.target.startsWith('≥')) return [theme.id, one.id];
  throw new Error('The sample has no such measure.');
}

import type { BrowserContext, Page } from '@playwright/test';
import { findings } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';

type Measure = { id: string; name: string; unit: string; value: unknown; may_enter: boolean; recent: { state: string; value: unknown }[] };

let context: BrowserContext;
let page: Page;
let slug: string;
let theme: string;
let measures: Measure[];
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
  ({ slug, theme } = await sample(context));
  const card = await (await context.request.get(`/api/v1/alliances/${slug}/scorecard`)).json();
  const shown = card.themes.find((one: { id: string }) => one.id === theme);
  measures = shown.objectives.flatMap((one: { measures: Measure[] }) => one.measures).filter((one: Measure) => one.may_enter && typeof one.recent.at(-1)?.value !== 'boolean');
});
test.afterEach(() => context.close());

const cell = (id: string) => page.locator(`[data-value-of="${id}"]`);

test('every theme is on one page, and each has its own scorecard', async () => {
  await open(page, `/a/${slug}/scorecards`);
  const first = page.locator('.theme-card h2 a').first();
  const name = await first.textContent();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name!);
  await expect(page).toHaveURL(/scorecards\/[a-z0-9-]+/i);
});

test('a value is typed where it stands: Esc gives up, Enter saves, a correction asks why', async () => {
  const one = measures.find((each) => each.recent.at(-1)?.state === 'value' && typeof each.recent.at(-1)?.value === 'number')!;
  await open(page, `/a/${slug}/scorecards/${theme}`);
  await cell(one.id).click();
  await page.keyboard.type('12,5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/with a point: 12.5/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.value-input')).toHaveCount(0);
  const before = Number(one.recent.at(-1)?.value);
  await cell(one.id).click();
  await page.keyboard.type(String(before + 1));
  await page.keyboard.press('Enter');
  const why = page.getByLabel('Why the change?');
  await expect(why).toBeFocused();
  await page.keyboard.type('Counted again');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 value saved')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
});

test('a column from a spreadsheet fills the cells below', async () => {
  expect(measures.length).toBeGreaterThan(1);
  await open(page, `/a/${slug}/scorecards/${theme}`);
  await cell(measures[0]!.id).click();
  await page.locator('.value-input').evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '41\n42\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('.value-input')).toHaveCount(2);
  await expect(page.getByRole('group', { name: 'Typed values' })).toContainText('2 values typed');
  await page.getByRole('group', { name: 'Typed values' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.value-input')).toHaveCount(0);
});

test('the chart is read by arrow keys, and as a table', async () => {
  const { measure } = await sample(context);
  await open(page, `/a/${slug}/m/${measure}`);
  const stage = page.getByRole('slider');
  await stage.focus();
  await page.keyboard.press('Home');
  const first = await stage.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  expect(await stage.getAttribute('aria-valuetext')).not.toBe(first);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.locator('.chart-frame table')).toBeVisible();
});

test('a new target shows its bands while they are typed', async () => {
  const { measure } = await sample(context);
  await open(page, `/a/${slug}/m/${measure}`);
  await page.getByRole('button', { name: 'New target' }).click();
  const window = page.getByRole('dialog');
  await window.getByRole('button', { name: /What is good/ }).click();
  await page.getByRole('option', { name: /Within a range/ }).click();
  await window.getByLabel('Red below').fill('10');
  await window.getByLabel('Green from').fill('20');
  await window.getByLabel('Green to').fill('30');
  await window.getByLabel('Red above').fill('40');
  await page.keyboard.press('Tab');
  await expect(window.locator('.bands rect')).toHaveCount(5);
  await window.getByRole('button', { name: 'Set target' }).click();
  await expect(window.getByText('From which day on?')).toBeVisible();
});

test('nothing scrolls sideways on a phone', async ({ browser }) => {
  const phone = await windowOf(browser, accounts.aldermere, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const small = await phone.newPage();
  const { objective, measure, initiative } = await sample(phone);
  const paths = ['scorecards', `scorecards/${theme}`, `o/${objective}`, `m/${measure}`, ...(initiative ? [`i/${initiative}`] : [])];
  for (const path of paths) {
    await open(small, `/a/${slug}/${path}`);
    expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
  }
  await phone.close();
});

test('a reminder opens the very cell: the period is chosen and the cursor is in the value', async () => {
  const measure = measures[0]!.id;
  const view = await (await context.request.get(`/api/v1/measures/${measure}`)).json();
  const asked = view.cells.at(-3);
  await open(page, `/a/${slug}/m/${measure}?enter=${asked.period}`);
  const form = page.locator('.entry-form');
  await expect(form.locator('.select-value').first()).toContainText(asked.label);
  await expect(form.getByLabel(/^Value/)).toBeFocused();
});

test('values over a longer stretch are read on the theme’s scorecard', async () => {
  await open(page, `/a/${slug}/scorecards/${theme}`);
  const asked = page.waitForResponse((answer) => answer.url().includes('/scorecard/aggregate') && answer.url().includes('view=year_to_date'));
  await page.getByRole('button', { name: /Values over/ }).click();
  await page.getByRole('option', { name: 'Year to date' }).click();
  const answer = await (await asked).json();
  const ofTheme = answer.objectives.filter((one: { theme: string }) => one.theme === theme).map((one: { id: string }) => one.id);
  const first = answer.measures.find((one: { of: number; objective: string }) => one.of > 0 && ofTheme.includes(one.objective));
  const table = page.getByRole('table', { name: 'Year to date' });
  await expect(table.getByRole('row').filter({ hasText: first.code }).first()).toContainText(`${first.have} of ${first.of}`);
  expect(await findings(page)).toEqual([]);
  await expect(page).toHaveURL(/stretch=year_to_date/);

  // By one's own fiscal year, once the party has said which that is.
  const alliance = await (await context.request.get(`/api/v1/alliances/${slug}`)).json();
  const own = alliance.parties.find((one: { id: string }) => one.id === alliance.me.party);
  const ours = page.getByRole('region', { name: 'Our fiscal year' });
  await open(page, `/a/${slug}/settings`);
  await ours.getByRole('radio', { name: /Another one/ }).check();
  await ours.getByRole('button', { name: /The year begins in/ }).click();
  await page.getByRole('option', { name: 'October' }).click();
  await ours.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Fiscal year saved')).toBeVisible();
  await expect(ours).toContainText('from 1 October');
  // Half under the bar at the top a field is no target to judge.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  expect(await findings(page)).toEqual([]);
  await open(page, `/a/${slug}/scorecards/${theme}?stretch=quarter`);
  const other = page.waitForResponse((response) => response.url().includes(`calendar=${own.id}`));
  await page.getByRole('button', { name: /Fiscal year/ }).click();
  await page.getByRole('option', { name: `Fiscal year of ${own.name}` }).click();
  const fiscal = await (await other).json();
  expect(fiscal.calendar).toBe(own.id);
  await expect(page).toHaveURL(new RegExp(`calendar=${own.id}`));
  await expect(page.locator('.aggregate-stretch')).toContainText(`${fiscal.stretch.label} · ${Number(fiscal.stretch.first.slice(8))} `);
  const covering = fiscal.measures.filter((one: { covering: boolean; objective: string }) => one.covering && ofTheme.includes(one.objective));
  await expect(page.locator('.aggregate-own')).toHaveCount(covering.length);
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });

  // Given up again, the address leads to the alliance's.
  await open(page, `/a/${slug}/settings`);
  await ours.getByRole('radio', { name: /As the alliance’s/ }).check();
  await ours.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Fiscal year saved')).toBeVisible();
  await open(page, `/a/${slug}/scorecards/${theme}?stretch=quarter&calendar=${own.id}`);
  const usual = await (await context.request.get(`/api/v1/alliances/${slug}/scorecard/aggregate?view=quarter`)).json();
  expect(usual.stretch.label).not.toBe(fiscal.stretch.label);
  await expect(page.locator('.aggregate-stretch')).toContainText(`${usual.stretch.label} · `);
});

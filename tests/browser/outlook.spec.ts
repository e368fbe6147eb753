import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { accounts, expect, open, settled, test, windowOf } from './house';

// Forecasts, formulas and the test of links, in an alliance made for it: 36 months in which one objective follows another.

let context: BrowserContext;
let page: Page;
let slug: string;
let made: Awaited<ReturnType<typeof alliance>>;

async function send(path: string, data: unknown) {
  const me = await (await context.request.get('/api/v1/me')).json();
  const answer = await context.request.post(`/api/v1${path}`, { data, headers: { 'X-CSRF-Token': me.csrf } });
  expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true);
  return answer.json();
}

const months = Array.from({ length: 36 }, (_, i) => `${2007 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

/** A walk that is the same each time. */
function walk(seed: number): number[] {
  let state = seed;
  let value = 500;
  return months.map(() => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    value += (state / 2_147_483_648 - 0.5) * 60;
    return Math.round(value);
  });
}

async function alliance() {
  const own = await send('/alliances', { name: `Outlook ${Date.now()}` });
  const base = `/alliances/${own.id}`;
  const map = await (await context.request.get(`/api/v1${base}/map`)).json();
  const theme = await send(`${base}/themes`, { name: 'Growth' });
  const scoring = { type: 'higher', red: 0, green: 1000 };
  const objectives: Record<string, string> = {};
  const measures: Record<string, string> = {};
  const values: unknown[] = [];
  const moves = walk(11);
  for (const [index, code] of ['A', 'B', 'C', 'D'].entries()) {
    const lane = map.lanes[index % map.lanes.length].id;
    objectives[code] = (await send(`${base}/objectives`, { code: `O${code}`, title: `Objective ${code}`, perspective: lane, theme: theme.id })).id;
    if (code === 'D') continue;
    const measure = { objective: objectives[code], code, name: `Count ${code}`, unit: 'patients', decimals: 0, frequency: 'month', scoring, effective_from: '2000-01-01' };
    measures[code] = (await send(`${base}/measures`, measure)).id;
    values.push(...months.map((period, i) => ({ measure: measures[code], period, value: moves[i] })));
  }
  await send(`${base}/observations`, values);
  const link = (from: string, to: string, sign: string) => send(`${base}/links`, { from: objectives[from], to: objectives[to], sign, lag_months: 0 });
  await link('A', 'B', 'helps');
  await link('A', 'C', 'hinders');
  await link('B', 'D', 'helps');
  return { slug: own.slug as string, theme: theme.id as string, objectives, measures };
}

test.beforeAll(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  made = await alliance();
  slug = made.slug;
  await context.close();
});
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
});
test.afterEach(() => context.close());

test('a formula measure from nothing: completion by keyboard, an error at its place, a preview, and nothing to enter', async () => {
  await open(page, `/a/${slug}/scorecards/${made.theme}`);
  await page.getByRole('button', { name: /Add measure|New measure/ }).first().click();
  const window = page.getByRole('dialog');
  await window.getByLabel('What is measured?').fill('Share of A');
  await window.getByLabel('Unit').fill('%');
  await window.getByRole('button', { name: /How often/ }).click();
  await page.getByRole('option', { name: 'Each month' }).click();
  await window.getByRole('button', { name: /Comes from/ }).click();
  await page.getByRole('option', { name: 'A formula' }).click();
  const field = window.getByRole('textbox', { name: 'Formula' });
  await field.focus();
  await page.keyboard.type('A / (A + ROLL');
  const list = window.getByRole('listbox', { name: 'What could stand here' });
  await expect(list.getByRole('option').first()).toContainText('ROLLING(');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(window).toBeVisible();
  await page.keyboard.press('Control+ ');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('A / (A + ROLLING(');
  await page.keyboard.type('B, 1) + ZZ)');
  await expect(window.locator('.formula-ground .is-wrong')).toHaveText('ZZ');
  await expect(window.getByRole('status')).toContainText('line 1, column');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type(')');
  await expect(window.locator('.formula-preview td').last()).toHaveText('50');
  await expect(window.locator('.formula-result')).toContainText('in');
  await window.getByLabel('Goal: green from').fill('60');
  await window.getByLabel('Red below').fill('40');
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('“Share of A” added')).toBeVisible();

  await page.getByRole('link', { name: 'Share of A' }).click();
  await settled(page);
  const shown = page.locator('.formula-shown');
  await expect(shown).toContainText('ROLLING');
  await expect(page.locator('.entry-form')).toHaveCount(0);
  // An input is one press away, and what is made of it says so.
  await shown.getByRole('link', { name: 'B', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Count B');
});

test('a circle is told with its path while it is written', async () => {
  const { measures } = made;
  await send(`/alliances/${slug}/measures`, {
    objective: made.objectives.D,
    code: 'T',
    name: 'Twice A',
    unit: 'patients',
    frequency: 'month',
    formula: 'A * 2',
    scoring: { type: 'unscored' },
    effective_from: '2000-01-01',
  });
  await open(page, `/a/${slug}/m/${measures.A}`);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const window = page.getByRole('dialog');
  await window.getByRole('button', { name: /Comes from/ }).click();
  await page.getByRole('option', { name: 'A formula' }).click();
  await window.getByRole('textbox', { name: 'Formula' }).fill('T + 1');
  await expect(window.getByRole('status')).toContainText('A → T → A');
  await window.getByRole('button', { name: 'Save' }).click();
  await expect(window.getByRole('alert')).toBeVisible();
});

test('the reference of functions is a page of its own', async () => {
  await open(page, '/help/formulas');
  await expect(page.getByRole('heading', { level: 1, name: 'Formulas' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /ROLLING\(m, n/ }).first()).toBeVisible();
});

test('a forecast is seen in the chart, in words, by arrow keys and in the table', async () => {
  await open(page, `/a/${slug}/m/${made.measures.A}`);
  await expect(page.locator('.chart-fan-band').first()).toBeVisible();
  await expect(page.locator('.chart-key')).toContainText('forecast');
  await expect(page.locator('.forecast-sentence')).toContainText(/chance of meeting ≥ 1,?000 patients by December 2010 \(.*, 36 values\)/);
  await expect(page.locator('.forecast-light').first()).toContainText('forecast');
  const stage = page.getByRole('slider');
  await stage.focus();
  await page.keyboard.press('End');
  expect(await stage.getAttribute('aria-valuetext')).toContain('forecast');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.locator('.chart-frame tbody tr').first()).toContainText('forecast');
  await page.getByRole('button', { name: 'Compare the methods' }).click();
  await expect(page.locator('.forecast-methods [data-chosen]')).toHaveCount(1);
});

test('links are tested on the map and in a table that sorts; the map stays as it is', async () => {
  await open(page, `/a/${slug}/map`);
  const arrows = await page.locator('.map-arrow').count();
  await expect(page.locator('[data-verdict]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Test of links' }).click();
  await expect(page.locator('[data-verdict="contradicted"]')).toHaveCount(1);
  await expect(page.locator('[data-verdict="supported"]')).toHaveCount(1);
  await expect(page).toHaveURL(/tests=1/);
  expect(await page.locator('.map-arrow').count()).toBe(arrows);
  await page.locator('.map-button[data-code="OA"]').click();
  await expect(page.locator('.map-panel-link').first()).toContainText(/Supported|Contradicted/);
  await page.keyboard.press('Escape');

  await page.locator('.test-strip').getByRole('button', { name: 'Show as table' }).click();
  const rows = page.locator('.test-table tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('Contradicted');
  await page.getByRole('button', { name: 'Effect', exact: true }).click();
  await expect(rows.first()).toContainText('OB');
  await page.getByRole('button', { name: 'Effect', exact: true }).click();
  await expect(rows.first()).toContainText('OD');
});

const looks = [
  { name: 'light at 1440', scheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark at 1440', scheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light at 390', scheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark at 390', scheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, scheme, viewport } of looks)
  test(`nothing stands in anybody's way, ${name}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const own = await windowOf(browser, accounts.aldermere, { viewport, colorScheme: scheme });
    const screen = await own.newPage();
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page: screen }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).disableRules(['region']).analyze();
      expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`)), what).toEqual([]);
      expect(await screen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what} scrolls sideways`).toBe(0);
      if (process.env.ENTENTE_PICTURES) await screen.screenshot({ path: `${process.env.ENTENTE_PICTURES}/${what.replaceAll(' ', '-')}-${scheme}-${viewport.width}.png` });
    };
    await open(screen, `/a/${slug}/m/${made.measures.A}`);
    await screen.getByRole('button', { name: 'Compare the methods' }).click();
    await check('a forecast');
    await screen.getByRole('button', { name: 'Show as table' }).click();
    await check('a forecast as a table');
    await screen.getByRole('button', { name: 'Change', exact: true }).click();
    const window = screen.getByRole('dialog');
    await window.getByRole('button', { name: /Comes from/ }).click();
    await screen.getByRole('option', { name: 'A formula' }).click();
    await window.getByRole('textbox', { name: 'Formula' }).focus();
    await screen.keyboard.type('IF(B > 400, ROLLING(B, 3, "mean"), ');
    await screen.keyboard.type('C');
    await expect(window.getByRole('listbox', { name: 'What could stand here' })).toBeVisible();
    await check('choices for a formula');
    await screen.keyboard.press('Escape');
    await screen.keyboard.type(' + 5 * )');
    await expect(window.locator('.is-wrong').first()).toBeVisible();
    await check('a wrong formula');
    await window.getByRole('textbox', { name: 'Formula' }).fill('IF(B > 400, ROLLING(B, 3, "mean"), C)');
    await expect(window.locator('.formula-preview td').last()).toBeVisible();
    await check('a formula with its preview');
    await open(screen, `/a/${slug}/map?tests=1`);
    await expect(screen.locator('.test-strip')).toBeVisible();
    await check('tests on the map');
    if (viewport.width > 720) {
      await screen.locator('.map-button[data-code="OA"]').click();
      await settled(screen);
      await check('tests in the panel');
      await open(screen, `/a/${slug}/map?tests=1&view=table`);
      await check('tests in the table');
    }
    await open(screen, '/help/formulas');
    await check('the reference of functions');
    await own.close();
  });

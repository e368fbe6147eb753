import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, password, sample, test, typeDay, windowOf } from './house';

// An agreement of two, a service level in it, its misses; an initiative that moved nothing; a measure that is always met.
test.describe.configure({ mode: 'serial' });

const henrik = 'henrik.aalto@lindqvist.example';
let hers: BrowserContext;
let his: BrowserContext;
let theirs: BrowserContext;
let anna: Page;
let slug: string;
let objective: string;
const mark = String(Date.now()).slice(-6);
const pact = `Advice ${mark}`;
const level = `Survey results ${mark}`;

async function post(context: BrowserContext, path: string, data: unknown): Promise<{ id: string }> {
  const me = await (await context.request.get('/api/v1/me')).json();
  const answer = await context.request.post(`/api/v1${path}`, { data, headers: { 'X-CSRF-Token': me.csrf } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

test.beforeAll(async ({ browser }) => {
  hers = await windowOf(browser, accounts.aldermere);
  his = await windowOf(browser, accounts.halden);
  theirs = await windowOf(browser, henrik);
  anna = await hers.newPage();
  ({ slug, objective } = await sample(hers));
  // The neutral party's administrator says who signs for it.
  const administrator = await windowOf(browser, 'eva.lindqvist@lindqvist.example');
  const [me, signer] = await Promise.all([administrator, theirs].map(async (one) => (await one.request.get('/api/v1/me')).json()));
  const named = await administrator.request.put(`/api/v1/alliances/${slug}/signatories/${signer.person.id}`, { headers: { 'X-CSRF-Token': me.csrf } });
  expect(named.ok(), await named.text()).toBe(true);
  await administrator.close();
});
test.afterAll(async () => {
  for (const context of [hers, his, theirs]) await context?.close();
});

test('an agreement is proposed, signed by the other party, and unknown to the third', async () => {
  await open(anna, `/a/${slug}/agreements`);
  await anna.getByRole('button', { name: 'Propose an agreement' }).click();
  const dialog = anna.getByRole('dialog');
  await dialog.getByLabel('Name').fill(pact);
  await dialog.getByText('Lindqvist Advisory', { exact: true }).first().click();
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await expect(dialog).toBeHidden();
  await expect(anna.getByRole('heading', { name: pact })).toBeVisible();
  await expect(anna.locator('.agreement', { hasText: pact })).toContainText('has not signed yet');

  const page = await theirs.newPage();
  await open(page, `/a/${slug}/agreements`);
  await page.locator('.agreement', { hasText: pact }).getByRole('button', { name: 'Sign' }).click();
  await page.getByRole('dialog').getByLabel('Your password').fill(password);
  await page.getByRole('dialog').getByRole('button', { name: /Sign for Lindqvist/ }).click();
  await expect(page.locator('.agreement', { hasText: pact })).toContainText('signed by Henrik Aalto');
  await page.close();

  const other = await his.newPage();
  await open(other, `/a/${slug}/agreements`);
  await expect(other.getByText(pact)).toHaveCount(0);
  await other.close();
});

test('a service level is added, a value entered, a miss shown, and it is made a measure', async () => {
  await open(anna, `/a/${slug}/service-levels`);
  await anna.getByRole('button', { name: 'Add service level' }).first().click();
  const dialog = anna.getByRole('dialog');
  await dialog.getByLabel('Name').fill(level);
  await dialog.getByRole('button', { name: /Kept when the value is/ }).click();
  await anna.getByRole('option', { name: /at most/ }).click();
  await dialog.getByRole('textbox', { name: 'Limit' }).fill('15');
  await dialog.getByLabel('Unit').fill('days');
  await typeDay(dialog, 'From', '2009-01-01');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await anna.getByRole('link', { name: new RegExp(level) }).click();
  await anna.getByRole('button', { name: /^Enter / }).first().click();
  await anna.getByRole('dialog').getByLabel('Value', { exact: true }).fill('19');
  await anna.getByRole('dialog').getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(anna.getByRole('dialog')).toBeHidden();
  await expect(anna.getByRole('heading', { name: /^1 missed/ })).toBeVisible();
  await anna.getByRole('button', { name: 'More on this service level' }).click();
  await anna.getByRole('menuitem', { name: 'Make it a measure' }).click();
  await anna.getByRole('dialog').getByRole('combobox', { name: /Objective/ }).click();
  await anna.getByRole('option').first().click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Make it a measure' }).click();
  await expect(anna.getByText('is a measure', { exact: true })).toBeVisible();
});

test('green with a flat measure stands first, and a measure that is always met is kept with a reason', async () => {
  const { measure } = await sample(hers);
  await post(hers, `/alliances/${slug}/initiatives`, {
    name: `Idle ${mark}`,
    objectives: [objective],
    start: '2009-01-01',
    due: '2009-06-30',
    state: 'done',
    progress: 1,
    // Nothing ever moves by so much.
    moves: [{ measure, sign: 'up', size: 1000000, lag_months: 0 }],
  });
  await open(anna, `/a/${slug}/initiatives?period=2009-Q4`);
  await expect(anna.getByRole('heading', { name: 'Green initiative, flat measure' })).toBeVisible();
  await anna.getByRole('link', { name: `Idle ${mark}` }).click();
  await expect(anna.getByRole('heading', { name: 'How it went' })).toBeVisible();
  await expect(anna.getByText(/ before \(4 values\), .* since/)).toBeVisible();

  const met = await post(hers, `/alliances/${slug}/measures`, {
    objective,
    name: `Always met ${mark}`,
    frequency: 'month',
    scoring: { type: 'higher', red: 500, green: 700 },
    effective_from: '2006-01-01',
  });
  const months = Array.from({ length: 14 }, (_, back) => {
    const day = new Date();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() - 1 - back);
    return day.toISOString().slice(0, 7);
  });
  await post(hers, `/alliances/${slug}/observations`, months.map((period) => ({ measure: met.id, period, value: 900 })));
  await open(anna, `/a/${slug}/renegotiation`);
  const card = anna.locator('.put-up').first();
  const name = (await card.getByRole('heading').textContent()) ?? '';
  await expect(card).toContainText(/in all|review date/);
  await card.getByRole('button', { name: 'Keep' }).click();
  await anna.getByRole('dialog').getByLabel('Why?').fill(`It guards us, ${mark}.`);
  await anna.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await expect(anna.locator('.put-up', { hasText: name })).toHaveCount(0);
  await expect(anna.locator('.put-up-decided', { hasText: name })).toContainText(`It guards us, ${mark}.`);
});

test('what was private is shared with a confirmation', async () => {
  const title = `Ours ${mark}`;
  const { id } = await post(hers, `/alliances/${slug}/initiatives`, { name: title, objectives: [objective], private: true });
  await open(anna, `/a/${slug}/i/${id}?side=ours`);
  await anna.getByRole('button', { name: 'Share it' }).click();
  const dialog = anna.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Share it for good' })).toBeDisabled();
  await dialog.getByText(/may see all of this from now on/).click();
  await dialog.getByRole('button', { name: 'Share it for good' }).click();
  await expect(dialog).toBeHidden();
  const other = await his.newPage();
  await open(other, `/a/${slug}/i/${id}`);
  await expect(other.getByRole('heading', { name: title })).toBeVisible();
  await other.close();
});

for (const look of looks)
  test(`the pages pass axe, ${look.name}`, async ({ browser }) => {
    const context = await windowOf(browser, accounts.aldermere, { viewport: look.viewport, colorScheme: look.scheme });
    const page = await context.newPage();
    const { items } = await (await context.request.get(`/api/v1/alliances/${slug}/service-levels`)).json();
    for (const path of ['agreements', 'service-levels', `service-levels/${items[0].id}`, 'initiatives', 'renegotiation']) {
      await open(page, `/a/${slug}/${path}`);
      expect(await findings(page), path).toEqual([]);
    }
    await context.close();
  });

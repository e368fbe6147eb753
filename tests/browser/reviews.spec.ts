import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, settled, test, windowOf } from './house';

// A review is frozen, values are corrected after it, a second one is frozen, and a measure is removed: in an alliance of its own.
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
let slug: string;
let measure: string;
let reviews: string;

async function send(method: 'post' | 'delete', path: string, data: unknown = {}, version = ''): Promise<{ id: string }> {
  const me = await (await context.request.get('/api/v1/me')).json();
  const answer = await context.request[method](`/api/v1${path}`, {
    data,
    headers: { 'X-CSRF-Token': me.csrf, ...(version ? { 'If-Match': `"${version}"` } : {}) },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}
const enter = (value: number, reason = '') =>
  send('post', `/alliances/${slug}/observations`, [{ measure, period: '2009-12', value, ...(reason ? { reason } : {}) }]);

test.beforeAll(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
  const made = await send('post', '/alliances', { name: `Reviewed ${Date.now()}` });
  const read = async (path: string) => (await context.request.get(`/api/v1${path}`)).json();
  ({ slug } = await read(`/alliances/${made.id}`));
  const { lanes } = await read(`/alliances/${slug}/map`);
  const theme = await send('post', `/alliances/${slug}/themes`, { name: 'Speed' });
  const objective = await send('post', `/alliances/${slug}/objectives`, {
    code: 'SP1',
    title: 'Enrol faster',
    perspective: lanes[0].id,
    theme: theme.id,
  });
  ({ id: measure } = await send('post', `/alliances/${slug}/measures`, {
    objective: objective.id,
    code: 'PAT',
    name: 'Patients enrolled',
    unit: 'patients',
    frequency: 'month',
    scoring: { type: 'higher', red: 500, green: 700 },
    effective_from: '2006-01-01',
  }));
  await enter(600);
  reviews = `/a/${slug}/reviews`;
});
test.afterAll(() => context?.close());

test('the empty page says what a freeze is, and one is taken with a look at what goes in', async () => {
  await open(page, reviews);
  await expect(page.getByRole('heading', { name: 'Each review keeps what it saw' })).toBeVisible();
  await page.getByRole('button', { name: 'Freeze a review' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 theme, 1 objective, 1 measure.')).toBeVisible();
  await expect(dialog.getByText('At risk')).toBeVisible();
  await dialog.getByLabel('Note').fill('The committee met in Brussels.');

  // Esc does not lose the note.
  await page.keyboard.press('Escape');
  await expect(dialog.getByText('What you typed is not saved.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Note')).toHaveValue('The committee met in Brussels.');

  await dialog.getByRole('button', { name: 'Freeze it …' }).click();
  await expect(dialog.getByText('This cannot be undone')).toBeVisible();
  await dialog.getByRole('button', { name: 'Freeze for good' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review of Q4 2009' })).toBeVisible();
  await expect(page.getByText('The committee met in Brussels.')).toBeVisible();
  await expect(page.getByRole('cell', { name: /600 patients/ })).toBeVisible();
});

test('the document that is saved has the digest that is shown', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save the document' }).click()]);
  expect(download.suggestedFilename()).toBe('freeze-2009-Q4.json');
  const { createHash } = await import('node:crypto');
  const { readFileSync } = await import('node:fs');
  const digest = createHash('sha256').update(readFileSync(await download.path())).digest('hex');
  await expect(page.getByRole('button', { name: new RegExp(`^Digest ${digest.slice(0, 4)} `) })).toBeVisible();
});

test('a value that is corrected later is marked on both sides', async () => {
  await enter(720, 'One site was missing');
  await open(page, reviews);
  await expect(page.getByText('1 value recorded since')).toBeVisible();
  await page.getByRole('link', { name: 'Review of Q4 2009', exact: true }).click();
  await expect(page.getByText('1 value is known otherwise by now.')).toBeVisible();
  await expect(page.getByText(/^now 720/)).toBeVisible();
  await page.getByRole('tab', { name: 'Changed since (1)' }).click();
  await expect(page.getByRole('row', { name: /Patients enrolled December 2009 600.patients 720.patients/ })).toBeVisible();

  await page.getByRole('link', { name: 'Patients enrolled' }).click();
  await settled(page);
  const mark = page.locator('.detail-head').getByRole('link', { name: /^frozen in Review of Q4 2009 as 600.patients$/ });
  await mark.click();
  await expect(page).toHaveURL(/reviews\/\w{20}\?part=since/);
});

test('two reviews are compared item by item', async () => {
  await send('post', `/alliances/${slug}/freezes`, { period: '2009-Q4', title: 'Second look' });
  await open(page, reviews);
  await page.getByRole('link', { name: 'What changed since Review of Q4 2009' }).click();
  await expect(page.getByRole('heading', { name: 'Two reviews, item by item' })).toBeVisible();
  const item = page.getByRole('listitem').filter({ hasText: 'PAT Patients enrolled' });
  await expect(item).toContainText('At risk');
  await expect(item).toContainText('On track');
  await expect(item).toContainText(/600.patients/);
  await expect(page.getByRole('row', { name: /Patients enrolled December 2009 600.patients 720.patients/ })).toBeVisible();
  await page.getByRole('radio', { name: /^Lights/ }).click();
  await expect(page).toHaveURL(/kind=light/);
});

test('what is removed later stays in the review, and is told to be gone', async () => {
  await send('delete', `/measures/${measure}`, undefined, '1');
  await open(page, reviews);
  await page.getByRole('link', { name: 'Second look', exact: true }).click();
  await expect(page.getByText('1 thing has been removed since; here it stands as it was.')).toBeVisible();
  await expect(page.getByRole('cell', { name: /Patients enrolled removed since/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Patients enrolled' })).toHaveCount(0);
});

for (const { name, scheme, viewport } of looks) {
  test(`no page of a review has an axe finding, ${name}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const look = await windowOf(browser, accounts.aldermere, { colorScheme: scheme, viewport, reducedMotion: 'reduce' });
    const shown = await look.newPage();
    const { items } = await (await look.request.get(`/api/v1/alliances/${slug}/freezes`)).json();
    const found: Record<string, string[]> = {};
    for (const path of [reviews, ...['', '?part=map', '?part=definitions', '?part=since'].map((part) => `${reviews}/${items[0].id}${part}`), `${reviews}/compare`]) {
      await open(shown, path);
      const here = await findings(shown);
      if (here.length) found[path] = here;
      expect(await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} is not wider than the window`).toBeLessThanOrEqual(0);
    }
    await open(shown, reviews);
    await shown.getByRole('button', { name: 'Freeze a review' }).click();
    await expect(shown.getByRole('dialog').getByText('What goes in')).toBeVisible();
    const dialog = await findings(shown);
    if (dialog.length) found.dialog = dialog;
    expect(found).toEqual({});
    await look.close();
  });
}

import type { BrowserContext, Page } from '@playwright/test';
import { accounts, expect, open, settled, test, typeDay, windowOf } from './house';

let context: BrowserContext;
let page: Page;
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
});
test.afterEach(() => context.close());

/** An alliance with nothing in it. */
async function empty(name: string): Promise<string> {
  const me = await (await context.request.get('/api/v1/me')).json();
  const made = await context.request.post('/api/v1/alliances', {
    data: { name, template: 'empty' },
    headers: { 'X-CSRF-Token': me.csrf },
  });
  expect(made.status()).toBe(201);
  return (await made.json()).slug;
}

const said = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

test('an alliance is filled by hand: frame, objectives, link, measure, value, target, initiative, win', async () => {
  test.setTimeout(600_000);
  const slug = await empty(`By hand ${Date.now()}`);
  await open(page, `/a/${slug}/map`);
  await expect(page.getByRole('heading', { name: 'One page that says how you both win' })).toBeVisible();
  const frame = page.getByRole('button', { name: 'Start with the four standard perspectives' });
  if (await frame.isVisible()) await frame.click();
  await page.getByRole('button', { name: 'Add the first objective' }).click();
  await page.getByLabel('What do you want to achieve together?').fill('Trust at every level');
  await page.getByRole('textbox', { name: 'Measure' }).fill('Trust index');
  await page.getByRole('textbox', { name: 'Unit' }).fill('points');
  await page.getByLabel('Goal: green from').fill('70');
  await page.getByLabel('Red below').fill('50');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await said('“Trust at every level” added');
  await expect(page.locator('.map-button')).toHaveCount(1);

  await page.getByRole('button', { name: 'Add objective' }).click();
  await page.getByLabel('What do you want to achieve together?').fill('Work done once');
  await page.getByRole('dialog').getByRole('button', { name: /Perspective/ }).click();
  await page.getByRole('option', { name: 'Business processes' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.locator('.map-button')).toHaveCount(2);

  await page.locator('.map-button').filter({ hasText: '' }).last().click();
  const form = page.getByRole('region', { name: 'Edit the objective' });
  await form.getByRole('button', { name: /this leads to/ }).click();
  await page.getByRole('option').first().click();
  await said(/now leads to/);
  await expect(page.locator('.map-arrow')).toHaveCount(1);

  await page.getByRole('button', { name: 'Perspectives, themes, wins, values' }).click();
  const parts = page.getByRole('dialog');
  await parts.getByRole('tab', { name: 'Values' }).click();
  await parts.getByRole('textbox', { name: 'New value' }).fill('Patients first');
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('button', { name: /Patients first. Edit/ })).toBeVisible();
  await parts.getByRole('tab', { name: 'Wins' }).click();
  await parts.getByRole('textbox', { name: /New win/ }).first().fill('New products');
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('button', { name: /New products. Edit/ })).toBeVisible();
  await parts.getByRole('tab', { name: 'Themes' }).click();
  await parts.getByRole('textbox', { name: 'New theme' }).fill('Growth');
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('button', { name: /Growth. Edit/ })).toBeVisible();
  await parts.getByRole('tab', { name: 'Perspectives' }).click();
  await parts.getByRole('button', { name: /^Move “.*” up$/ }).first().click();
  await said('Changed');
  await parts.getByRole('button', { name: 'Close' }).click();

  await open(page, `/a/${slug}/scorecards`);
  await page.locator('.theme-card h2 a').first().click();
  const value = page.locator('.value-cell').first();
  await value.click();
  await page.keyboard.type('64.5');
  await page.keyboard.press('Enter');
  await said('1 value saved');
  await expect(page.locator('.value-cell').first()).toContainText('64.5');

  await page.getByRole('link', { name: 'Trust index' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'New target' }).click();
  await page.getByLabel('Goal: green from').fill('75');
  await typeDay(page.getByRole('dialog'), 'In force from', '2030-01-01');
  await page.getByLabel('Why does it change?').fill('We want more');
  await page.getByRole('button', { name: 'Set target' }).click();
  await said(/New target from/);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel(/Definition: how it is counted/).fill('Asked twice a year');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await said('Measure changed');
  await said('Asked twice a year');

  await page.getByRole('link', { name: 'Trust at every level' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Add initiative' }).click();
  await page.getByLabel('What is being done?').fill('Meet each month');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: 'Meet each month' }).click();
  await settled(page);
  await page.getByRole('button', { name: /Progress in percent/ }).click();
  await page.getByRole('textbox', { name: /Progress in percent/ }).fill('40');
  await page.keyboard.press('Enter');
  await said(/Progress is now 40/);
});

test('what one window changes, the other one shows', async ({ browser }) => {
  const slug = await empty(`Two windows ${Date.now()}`);
  await open(page, `/a/${slug}/map`);
  const frame = page.getByRole('button', { name: 'Start with the four standard perspectives' });
  if (await frame.isVisible()) await frame.click();
  await expect(page.getByRole('button', { name: 'Add the first objective' })).toBeVisible();
  const second = await windowOf(browser, accounts.aldermere);
  const other = await second.newPage();
  await open(other, `/a/${slug}/map`);
  await page.getByRole('button', { name: 'Add the first objective' }).click();
  await page.getByLabel('What do you want to achieve together?').fill('Seen at once');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(other.locator('.map-button')).toHaveCount(1);
  await second.close();
});

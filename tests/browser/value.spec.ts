import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';

// One side claims a benefit and writes down a hope; the other confirms and says what came of it.
test.describe.configure({ mode: 'serial' });

let hers: BrowserContext;
let his: BrowserContext;
let anna: Page;
let marcus: Page;
let slug: string;
const mark = Date.now();
const benefit = `Fewer slow sites ${mark}`;
const hope = `Studies in half the time ${mark}`;

test.beforeAll(async ({ browser }) => {
  hers = await windowOf(browser, accounts.aldermere);
  his = await windowOf(browser, accounts.halden);
  anna = await hers.newPage();
  marcus = await his.newPage();
  ({ slug } = await sample(hers));
});
test.afterAll(async () => {
  await hers?.close();
  await his?.close();
});

test('a benefit is claimed with baseline, evidence and amounts', async () => {
  await open(anna, `/a/${slug}/value`);
  await anna.getByRole('button', { name: 'Claim a benefit' }).first().click();
  const dialog = anna.getByRole('dialog', { name: 'Claim a benefit' });
  await dialog.getByRole('button', { name: 'Claim it' }).click();
  await expect(dialog.getByText('Say what it is measured from.')).toBeVisible();
  await dialog.getByLabel('What is the benefit?').fill(benefit);
  await dialog.getByLabel('Period').fill('2009-Q4');
  await dialog.getByLabel('Baseline').fill('150 sites a study');
  await dialog.getByLabel('Evidence').fill('Site reports');
  await dialog.getByRole('textbox', { name: 'Amount for Aldermere Pharma' }).fill('1200000,50');
  await dialog.getByRole('textbox', { name: 'Amount for Halden Clinical' }).fill('300000');
  await dialog.getByRole('button', { name: 'Claim it' }).click();
  await expect(dialog).toBeHidden();
  const line = anna.getByRole('listitem', { name: benefit });
  await expect(line).toContainText('1,200,000.50');
  await expect(line).toContainText('Waits for Halden Clinical');
  // One's own claim cannot be confirmed.
  await expect(line.getByRole('button', { name: /Confirm or dispute/ })).toHaveCount(0);
});

test('the other side confirms it, and both see it without asking', async () => {
  await open(marcus, `/a/${slug}/value`);
  const line = marcus.getByRole('listitem', { name: benefit });
  await line.getByRole('button', { name: /Confirm or dispute/ }).click();
  const dialog = marcus.getByRole('dialog');
  await dialog.getByLabel(/Note/).fill('Checked by finance');
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(line).toContainText('Confirmed by both sides');
  await expect(anna.getByRole('listitem', { name: benefit })).toContainText('Confirmed by both sides');
  await expect(anna.getByRole('listitem', { name: benefit })).toContainText('Checked by finance');
});

test('a changed claim asks anew', async () => {
  const line = anna.getByRole('listitem', { name: benefit });
  await line.getByRole('button', { name: /Change or remove/ }).click();
  await anna.getByRole('menuitem', { name: 'Change' }).click();
  const dialog = anna.getByRole('dialog', { name: 'Change the claim' });
  await expect(dialog).toContainText('the other side is asked anew');
  await dialog.getByRole('textbox', { name: 'Amount for Halden Clinical' }).fill('310000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(line).toContainText('Waits for Halden Clinical');
  await expect(line).toContainText('of an earlier claim');
  await anna.locator('.toast', { hasText: 'Claim changed' }).getByRole('button', { name: 'Undo' }).click();
  await expect(line).toContainText('Confirmed by both sides');
});

test('a hope is tied to an objective, and the other side says whether it came true', async () => {
  await anna.getByRole('button', { name: 'New hope' }).click();
  const dialog = anna.getByRole('dialog', { name: 'New hope' });
  await dialog.getByLabel('What was hoped for?').fill(hope);
  await dialog.getByLabel('Whose hope?').fill('Chief medical officer');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: 'Write it down' }).click();
  await expect(dialog).toBeHidden();
  const hers_ = anna.getByRole('listitem', { name: hope });
  await expect(hers_.getByRole('button', { name: /Say whether/ })).toHaveCount(0);
  const line = marcus.getByRole('listitem', { name: hope });
  await line.getByRole('button', { name: /Say whether/ }).click();
  const say = marcus.getByRole('dialog');
  await say.getByText('Partly', { exact: true }).click();
  await say.getByLabel('How do you see it?').fill('A third less');
  await say.getByRole('button', { name: 'Say it' }).click();
  await expect(hers_).toContainText('Partly');
  await expect(hers_).toContainText('A third less');
});

test('a cost of the own side stays with the own side', async () => {
  await anna.getByRole('button', { name: 'Add a cost' }).click();
  const dialog = anna.getByRole('dialog');
  await dialog.getByLabel('What for').fill(`Our own team ${mark}`);
  await dialog.getByLabel('Period').fill('1800');
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('90000');
  await dialog.getByText('Only our side sees it').click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('The year is between 1970 and 2099.')).toBeVisible();
  await dialog.getByLabel('Period').fill('2009');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(anna.getByRole('row', { name: new RegExp(`Our own team ${mark}`) })).toContainText('Only your side');
  await open(marcus, `/a/${slug}/value`);
  await expect(marcus.locator('#content')).not.toContainText(`Our own team ${mark}`);
});

for (const look of looks)
  test(`no axe finding, ${look.name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await windowOf(browser, accounts.aldermere, { colorScheme: look.scheme, viewport: look.viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page, `/a/${slug}/value`);
    expect(await findings(page), 'value').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.getByRole('button', { name: 'Claim a benefit' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page), 'claim').toEqual([]);
    await context.close();
  });

import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, settled, test, windowOf } from './house';

// From a talk to an objective that tells where it comes from, with both sides rating in windows of their own.
test.describe.configure({ mode: 'serial' });

let hers: BrowserContext;
let his: BrowserContext;
let anna: Page;
let marcus: Page;
let slug: string;
const mark = Date.now();
const finding = `Sites that recruit too few are closed too late ${mark}`;
const wanted = `Close slow sites sooner ${mark}`;
const other = `Slow sites are closed ${mark}`;
const apart = `One protocol team ${mark}`;
let board: string;

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

test('an interview is for the interviewer alone, and Esc does not lose it', async () => {
  await open(anna, `/a/${slug}/interviews`);
  await anna.getByRole('button', { name: /New interview|Start with an interview/ }).click();
  const dialog = anna.getByRole('dialog', { name: 'New interview' });
  await dialog.getByLabel('With whom?').fill(`Harold Quimby${mark}`);
  await dialog.getByLabel('Which problems should we address?').fill(`Heard in confidence ${mark}`);
  await anna.keyboard.press('Escape');
  await anna.getByRole('button', { name: 'Keep writing' }).click();
  await expect(dialog.getByLabel('Which problems should we address?')).toHaveValue(`Heard in confidence ${mark}`);
  await dialog.getByRole('button', { name: 'Save for me alone' }).click();
  await expect(dialog).toBeHidden();
  await expect(anna.getByRole('button', { name: new RegExp(`Harold Quimby${mark}`) })).toBeVisible();

  await open(marcus, `/a/${slug}/interviews`);
  await expect(marcus.locator('#content')).not.toContainText(`Quimby${mark}`);
});

test('a finding goes on without a name', async () => {
  await anna.getByRole('button', { name: 'New finding' }).click();
  const dialog = anna.getByRole('dialog', { name: 'New finding' });
  await dialog.getByText('Problems to address').click();
  await dialog.getByLabel('What did you find?').fill(`Quimby${mark} says sites are slow`);
  await dialog.getByRole('button', { name: 'Share with everybody' }).click();
  await expect(dialog.getByText(/Findings go on without names/)).toBeVisible();
  await dialog.getByLabel('What did you find?').fill(finding);
  await dialog.getByRole('button', { name: 'Share with everybody' }).click();
  await expect(dialog).toBeHidden();
  await open(marcus, `/a/${slug}/interviews`);
  await expect(marcus.getByText(finding)).toBeVisible();
});

test('a workshop is prepared; nobody takes part until chosen', async () => {
  await open(anna, `/a/${slug}/workshops`);
  await anna.getByRole('button', { name: 'New workshop' }).click();
  const dialog = anna.getByRole('dialog', { name: 'New workshop' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Day of cards ${mark}`);
  await expect(dialog.locator('.participant')).toHaveCount(0);
  for (const name of ['Anna Verbeke', 'Marcus Whitfield']) {
    await dialog.getByRole('button', { name: /Add a participant/ }).click();
    await anna.getByRole('combobox', { name: 'Add a participant' }).fill(name);
    await anna.getByRole('option', { name: new RegExp(name) }).click();
  }
  await expect(dialog.locator('.participant')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Prepare it' }).click();
  await expect(anna.getByRole('heading', { name: `Day of cards ${mark}` })).toBeVisible();
  board = new URL(anna.url()).pathname;
});

async function bring(page: Page, title: string, onFinding?: string) {
  await page.getByRole('button', { name: /New card|Bring the first card/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New card' });
  await dialog.getByLabel('What should we achieve together?').fill(title);
  if (onFinding) await dialog.getByRole('checkbox', { name: new RegExp(onFinding) }).check();
  await dialog.getByRole('button', { name: 'Bring the card' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article', { name: title })).toBeVisible();
}

const act = async (page: Page, card: string, what: string) => {
  await page.getByRole('article', { name: card }).getByRole('button', { name: `What to do with “${card}”` }).click();
  await page.getByRole('menuitem', { name: what }).click();
};

test('both sides bring cards; they are sorted by keyboard and by hand, and merged', async () => {
  await bring(anna, wanted, finding);
  await open(marcus, board);
  await bring(marcus, other);
  await bring(marcus, apart);

  await act(anna, wanted, 'Sort into theme and perspective');
  const dialog = anna.getByRole('dialog');
  await dialog.getByRole('button', { name: /Theme/ }).click();
  await anna.getByRole('option', { name: 'Speed and process innovation' }).click();
  await dialog.getByRole('button', { name: /Perspective/ }).click();
  await anna.getByRole('option', { name: 'Business processes' }).click();
  await dialog.getByRole('button', { name: 'Sort', exact: true }).click();
  await expect(anna.getByRole('region', { name: 'Speed and process innovation' }).getByRole('article', { name: wanted })).toBeVisible();

  await anna.getByRole('article', { name: apart }).dragTo(anna.getByRole('region', { name: 'Collaboration' }));
  await expect(marcus.getByRole('region', { name: 'Collaboration' }).getByRole('article', { name: apart })).toBeVisible();

  await act(marcus, other, 'Merge into another card');
  const merge = marcus.getByRole('dialog');
  await merge.getByRole('combobox', { name: 'Into which card?' }).fill(wanted);
  await marcus.getByRole('option', { name: new RegExp(wanted) }).click();
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merge).toBeHidden();
  await expect(anna.getByRole('article', { name: wanted })).toContainText(`with “${other}” of Halden Clinical`);
  await expect(anna.getByRole('article', { name: other })).toHaveCount(0);
});

test('each side rates without seeing the other, and the means are shown once it is closed', async () => {
  await anna.getByRole('button', { name: 'Open a rating' }).click();
  const confirm = anna.getByRole('dialog');
  await expect(confirm).toContainText('One person rates for Aldermere Pharma');
  await confirm.getByRole('button', { name: 'Open a rating' }).click();
  await expect(anna.getByText('You rated 0 of 2')).toBeVisible();
  await expect(marcus.getByText('You rated 0 of 2')).toBeVisible();
  await expect(marcus.getByRole('button', { name: 'New card' })).toHaveCount(0);
  const rate = (page: Page, card: string, value: number) =>
    page.getByRole('group', { name: `Your rating of “${card}”` }).getByRole('radio', { name: new RegExp(`^${value}`) }).click();
  await rate(anna, wanted, 5);
  await rate(anna, apart, 5);
  await expect(anna.getByText('You rated 2 of 2')).toBeVisible();
  // Nothing of it reaches the other side.
  await open(marcus, board);
  await expect(marcus.getByText('You rated 0 of 2')).toBeVisible();
  await rate(marcus, wanted, 4);
  await rate(marcus, apart, 2);
  await expect(marcus.getByText('You rated 2 of 2')).toBeVisible();
  await anna.getByRole('button', { name: 'Close the rating' }).click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Close the rating' }).click();
  for (const page of [anna, marcus]) {
    await expect(page.getByRole('article', { name: wanted })).toContainText('Wanted by all');
    await expect(page.getByRole('article', { name: wanted })).toContainText('Halden Clinical: 4.0 (1 of 1)');
    await expect(page.getByRole('article', { name: apart })).toContainText('Partners differ');
    await expect(page.getByRole('meter')).toHaveAttribute('aria-valuenow', '50');
    await expect(page.locator('.matter').filter({ hasText: apart })).toContainText('Open');
  }
});

test('a card goes into the draft, and its objective tells how it came to be', async () => {
  await act(anna, wanted, 'Take into the draft');
  const dialog = anna.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take into the draft' }).click();
  await expect(dialog).toBeHidden();
  await anna.getByRole('article', { name: wanted }).getByRole('link', { name: /In the draft/ }).click();
  await settled(anna);
  const trail = anna.locator('.trail');
  await expect(trail).toContainText(`Day of cards ${mark}`);
  await expect(trail).toContainText(finding);
  await expect(trail).toContainText('Wanted by all');
  await expect(trail).toContainText(other);
});

for (const look of looks)
  test(`no axe finding, ${look.name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await windowOf(browser, accounts.halden, { colorScheme: look.scheme, viewport: look.viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const path of [`/a/${slug}/interviews`, `/a/${slug}/workshops`, board]) {
      await open(page, path);
      expect(await findings(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
    }
    await page.getByRole('button', { name: 'New card' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page), 'new card').toEqual([]);
    await context.close();
  });

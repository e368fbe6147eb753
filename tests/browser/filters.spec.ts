import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, settled, test, windowOf } from './house';

// Filters are kept under a name, opened from the menu and from the palette, shared, renamed, removed and brought back.
test.describe.configure({ mode: 'serial' });

let hers: BrowserContext;
let his: BrowserContext;
let anna: Page;
let marcus: Page;
let slug: string;
const name = `Reds of ${Date.now()}`;
const menu = (page: Page) => page.getByRole('button', { name: 'Saved filters' });

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

test('the filter on the screen is kept, and opened again with two presses', async () => {
  await open(anna, `/a/${slug}/map?knock=1`);
  await menu(anna).click();
  await anna.getByRole('menuitem', { name: 'Save this filter …' }).click();
  const dialog = anna.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Give it a name')).toBeVisible();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();

  await open(anna, `/a/${slug}/map`);
  await menu(anna).click();
  await anna.getByRole('menuitem', { name }).click();
  await expect(anna).toHaveURL(new RegExp(`/a/${slug}/map\\?knock=1`));
  await menu(anna).click();
  await expect(anna.getByRole('menuitem', { name: `${name} open now` })).toBeVisible();
  await anna.keyboard.press('Escape');
});

test('the palette finds it by its name', async () => {
  await open(anna, `/a/${slug}/people`);
  await anna.keyboard.press('Control+k');
  await anna.getByRole('combobox', { name: 'Search and commands' }).fill(name);
  await expect(anna.getByRole('option', { name: new RegExp(name) })).toBeVisible();
  await anna.keyboard.press('Enter');
  await expect(anna).toHaveURL(/map\?knock=1/);
});

test('it is shared with every party after a question, and the other side opens it by its own rights', async () => {
  await open(marcus, `/a/${slug}/map`);
  await menu(marcus).click();
  await expect(marcus.getByRole('menuitem', { name: 'Save this filter …' })).toBeVisible();
  await expect(marcus.getByRole('menuitem', { name })).toHaveCount(0);
  await marcus.keyboard.press('Escape');

  await open(anna, `/a/${slug}/map`);
  await menu(anna).click();
  await anna.getByRole('menuitem', { name: 'Rename, share or remove …' }).click();
  await anna.getByRole('button', { name: `More on “${name}”` }).click();
  await anna.getByRole('menuitem', { name: 'Share: every party …' }).click();
  await expect(anna.getByText('This cannot be taken back; it can be removed.')).toBeVisible();
  await anna.getByRole('button', { name: 'Share it' }).click();
  await expect(anna.getByRole('dialog', { name: 'Saved filters' }).getByText('every party')).toBeVisible();

  await open(marcus, `/a/${slug}/map`);
  await menu(marcus).click();
  await marcus.getByRole('menuitem', { name: new RegExp(`${name}.*Anna Verbeke`) }).click();
  await expect(marcus).toHaveURL(/map\?knock=1/);
});

test('it is renamed, removed and brought back', async () => {
  const dialog = anna.getByRole('dialog', { name: 'Saved filters' });
  await dialog.getByRole('button', { name: `Name: ${name}. Edit` }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`${name} renamed`);
  await anna.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: `Name: ${name} renamed. Edit` })).toBeVisible();
  await dialog.getByRole('button', { name: `More on “${name} renamed”` }).click();
  await anna.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(dialog.getByRole('button', { name: `Name: ${name} renamed. Edit` })).toHaveCount(0);
  await anna.keyboard.press('Escape');
  await anna.locator('.toast', { hasText: 'is removed' }).getByRole('button', { name: 'Undo' }).click();
  await menu(anna).click();
  await expect(anna.getByRole('menuitem', { name: `${name} renamed` })).toBeVisible();
  await anna.keyboard.press('Escape');
});

test('outside alliances a filter is one’s own', async () => {
  const own = `In trouble ${Date.now()}`;
  await open(anna, '/alliances?light=red');
  await menu(anna).click();
  await anna.getByRole('menuitem', { name: 'Save this filter …' }).click();
  const dialog = anna.getByRole('dialog');
  await expect(dialog.getByText('Who finds it')).toHaveCount(0);
  await dialog.getByLabel('Name').fill(own);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await open(anna, '/alliances');
  await menu(anna).click();
  await anna.getByRole('menuitem', { name: own }).click();
  await expect(anna).toHaveURL(/light=red/);
});

for (const { name: look, scheme, viewport } of looks) {
  test(`menu and windows have no axe finding, ${look}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const context = await windowOf(browser, accounts.aldermere, { colorScheme: scheme, viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await open(page, `/a/${slug}/scorecards`);
    await menu(page).click();
    await expect(page.getByRole('menuitem', { name: 'Save this filter …' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Save this filter …' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await menu(page).click();
    await page.getByRole('menuitem', { name: 'Rename, share or remove …' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await settled(page);
    await context.close();
  });
}

import { findings, looks } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';

test('the rarer pages stand under "More", and the tab carries the name of the open one', async ({ browser }) => {
  const context = await windowOf(browser, accounts.aldermere);
  const page = await context.newPage();
  const { slug } = await sample(context);
  await open(page, `/a/${slug}`);
  const pages = page.getByRole('navigation', { name: 'Pages of the alliance' });
  await expect(pages.getByRole('link', { name: 'People' })).toHaveCount(0);

  // By keyboard alone: the last tab, Enter, down to the page, Enter.
  await pages.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  const names = await page.getByRole('menuitem').allTextContents();
  for (let step = 0; step < names.indexOf('Activity'); step++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Activity' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/a/${slug}/activity`));
  await expect(pages.getByRole('button', { name: 'Activity, more pages' })).toBeVisible();

  await pages.getByRole('button', { name: 'Activity, more pages' }).click();
  await expect(page.getByRole('menuitem', { name: 'Activity open now' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pages.getByRole('button', { name: 'Activity, more pages' })).toBeFocused();
  await context.close();
});

test('the period goes along to a page under "More" and back', async ({ browser }) => {
  const context = await windowOf(browser, accounts.aldermere);
  const page = await context.newPage();
  const { slug } = await sample(context);
  await open(page, `/a/${slug}/map?period=2008-Q4`);
  const pages = page.getByRole('navigation', { name: 'Pages of the alliance' });
  await pages.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'People' }).click();
  await expect(page).toHaveURL(/people\?period=2008-Q4/);
  await pages.getByRole('link', { name: 'Map' }).click();
  await expect(page).toHaveURL(/map\?period=2008-Q4/);
  await context.close();
});

for (const { name, scheme, viewport } of looks) {
  test(`the open menu has no axe finding, ${name}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const context = await windowOf(browser, accounts.aldermere, { colorScheme: scheme, viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const { slug } = await sample(context);
    await open(page, `/a/${slug}/people`);
    await page.getByRole('button', { name: 'People, more pages' }).click();
    await expect(page.getByRole('menuitem', { name: 'People open now' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });
}

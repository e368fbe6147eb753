import { accounts, expect, open, sample, test, windowOf } from './house';

// What the README tells a new user to do, sentence by sentence.
test('the first five minutes go as the README says', async ({ browser }) => {
  const context = await windowOf(browser, accounts.aldermere);
  const page = await context.newPage();
  const { slug } = await sample(context);
  await open(page, `/a/${slug}/map`);
  await expect(page.getByRole('button', { name: /Reporting period: Q4 2009/ })).toBeVisible();

  await expect(page.getByRole('button', { name: 'Show the knock-on of reds' })).toBeVisible();
  await page.locator('.map-button[data-code="LA3"]').click();
  const panel = page.getByRole('complementary', { name: 'Reward attention to the alliance' });
  await expect(panel).toContainText('Off track');
  for (const part of ['Why', 'Knock-on effect', 'Comes from', 'Initiatives'])
    await expect(panel.getByRole('heading', { name: part })).toBeVisible();
  await expect(page.locator('.map-wins.is-reached').first()).toBeAttached();

  await panel.getByRole('link', { name: 'Open objective' }).click();
  await page.getByRole('link', { name: 'Managers with the alliance in their bonus' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Managers with the alliance in their bonus');
  const head = page.locator('.detail-lights');
  await expect(head).toContainText('Off track');

  await page.getByRole('button', { name: /Period/ }).last().click();
  await page.getByRole('option', { name: /H2 2009/ }).click();
  await page.getByLabel('Value in %').fill('78');
  await page.getByLabel('Why the change?').fill('Counted again.');
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(head).toContainText('On track');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(head).toContainText('Off track');

  await open(page, `/a/${slug}/activity`);
  await expect(page.locator('.act').nth(1)).toBeVisible();
  await context.close();
});

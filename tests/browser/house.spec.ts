import { accounts, address, expect, open, sample, test, windowOf } from './house';

test('nothing is loaded from outside, and the content security policy stops nothing', async ({ browser }) => {
  const context = await windowOf(browser, accounts.aldermere);
  const page = await context.newPage();
  const outside: string[] = [];
  const stopped: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address()) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) stopped.push(message.text());
  });
  const { slug, theme, measure } = await sample(context);
  for (const path of ['/', '/alliances', `/a/${slug}`, `/a/${slug}/map`, `/a/${slug}/scorecards/${theme}`, `/a/${slug}/m/${measure}`, '/api/docs'])
    await open(page, path);
  expect(outside).toEqual([]);
  expect(stopped).toEqual([]);
  await context.close();
});

test('the first load weighs 190 kB at most', async ({ browser }) => {
  const context = await windowOf(browser, accounts.aldermere);
  const page = await context.newPage();
  await open(page, '/signin');
  // As they come over the wire, compressed, without their headers; answers of the API are not part of the screens.
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => entry as PerformanceResourceTiming)
      .filter((entry) => !entry.name.includes('/api/'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
  expect(bytes / 1000).toBeGreaterThan(100);
  expect(bytes / 1000).toBeLessThanOrEqual(190);
  await context.close();
});

test('a change on one screen shows on the other', async ({ browser }) => {
  const ours = await windowOf(browser, accounts.aldermere);
  const theirs = await windowOf(browser, accounts.halden);
  const one = await ours.newPage();
  const other = await theirs.newPage();
  const { slug } = await sample(ours);
  await open(other, `/a/${slug}`);
  await open(one, `/a/${slug}/settings`);
  const text = one.getByLabel('What is it for?');
  const before = await text.inputValue();
  const mark = `Seen at ${Date.now()}.`;
  await text.fill(mark);
  await one.getByRole('button', { name: 'Save' }).first().click();
  await expect(other.getByText(mark)).toBeVisible();
  await one.getByRole('button', { name: 'Undo' }).click();
  await expect(other.getByText(mark)).toHaveCount(0);
  expect(before).not.toBe(mark);
  await ours.close();
  await theirs.close();
});

test('whoever may not change the alliance reads its settings, and has no button to save', async ({ browser }) => {
  const window = await windowOf(browser, 'eva.lindqvist@lindqvist.example');
  const { slug } = await sample(window);
  const page = await window.newPage();
  await open(page, `/a/${slug}/settings`);
  await expect(page.getByText('The alliance managers change this.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeDisabled();
  await expect(page.getByRole('button', { name: /Stage/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await window.close();
});

import type { BrowserContext, Page } from '@playwright/test';
import { accounts, expect, open, sample, settled, test, typeDay, windowOf } from './house';

// Who is responsible, what an initiative is about, lights set by hand, and the sample in an empty alliance.
let context: BrowserContext;
let page: Page;
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
});
test.afterEach(() => context.close());

const said = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();
const read = async (path: string) => (await context.request.get(`/api/v1${path}`)).json();

/** Chooses by keyboard alone: opens the list, types, takes the first that fits. */
async function choose(what: string, typed: string, name: RegExp) {
  await page.getByRole('button', { name: new RegExp(`^${what}: `) }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: what });
  await expect(list.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
  await expect(list.getByRole('option').first()).toHaveAccessibleName(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(page.getByRole('button', { name: new RegExp(`^${what}: `) })).toHaveAccessibleName(name);
}

test('an owner, a theme leader and a supplying party are chosen by typing, and taken back', async () => {
  const { slug, theme, objective, measure } = await sample(context);
  const before = await read(`/objectives/${objective}`);
  await open(page, `/a/${slug}/o/${objective}`);
  await choose('Owner', 'Marcus W', /Marcus Whitfield/);
  await said('Owner chosen');
  expect((await read(`/objectives/${objective}`)).owner.name).toBe('Marcus Whitfield');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await said('Undone');
  await expect.poll(async () => (await read(`/objectives/${objective}`)).owner?.name).toBe(before.owner?.name);

  await open(page, `/a/${slug}/m/${measure}`);
  await choose('Supplied by', 'Hald', /Halden Clinical/);
  await said('Supplying party chosen');
  await choose('Owner', 'Anna V', /Anna Verbeke/);
  // Nobody is a choice too.
  await page.getByRole('button', { name: /^Owner: / }).click();
  await page.getByRole('option', { name: 'Nobody' }).click();
  await said('No owner any more');
  expect((await read(`/measures/${measure}`)).owner).toBeNull();

  await open(page, `/a/${slug}/scorecards/${theme}`);
  await choose('Theme leader', 'Anna V', /Anna Verbeke/);
  await said('Theme leader chosen');
});

test('milestones and what an initiative moves are edited as lists, with errors at the field', async () => {
  const { slug, initiative } = await sample(context);
  const before = await read(`/initiatives/${initiative}`);
  await open(page, `/a/${slug}/i/${initiative}`);
  await page.getByRole('button', { name: /milestone/i }).first().click();
  let dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add milestone' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('What is reached?')).toBeVisible();
  await dialog.getByLabel('What is reached').last().fill('Handed over');
  await typeDay(dialog, 'Due', '2009-11-30');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await said('Milestones saved');
  expect((await read(`/initiatives/${initiative}`)).milestones.map((one: { name: string }) => one.name)).toEqual([
    ...before.milestones.map((one: { name: string }) => one.name),
    'Handed over',
  ]);

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add measure' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Choose a measure.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Measure' }).last().fill('GR1.1');
  await page.getByRole('option', { name: /GR1\.1/ }).first().click();
  await dialog.getByRole('button', { name: /It should/ }).last().click();
  await page.getByRole('option', { name: 'fall' }).click();
  await dialog.getByRole('textbox', { name: /By/ }).last().fill('2.5');
  await dialog.getByRole('textbox', { name: 'After' }).last().fill('9');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const move = (await read(`/initiatives/${initiative}`)).moves.at(-1);
  expect(move).toMatchObject({ code: 'GR1.1', sign: 'down', size: 2.5, lag_months: 9 });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await said('Undone');
  await expect.poll(async () => (await read(`/initiatives/${initiative}`)).moves.length).toBe(before.moves.length);
});

test('a light set by hand counts once the other side agrees, starred beside the computed one', async ({ browser }) => {
  const { id, slug } = await sample(context);
  const halfAYearOn = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
  const map = await read(`/alliances/${id}/map`);
  const green = map.cards.find((one: { judgement: { light: string } }) => one.judgement.light === 'green');
  await open(page, `/a/${slug}/o/${green.id}`);
  await page.getByRole('button', { name: 'Set the light by hand' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Off track' }).check();
  await typeDay(dialog, 'Until', '2001-01-01');
  await dialog.getByRole('button', { name: 'Ask the other partner' }).click();
  await expect(dialog.getByText('Say why: both partners will read it.')).toBeVisible();
  await expect(dialog.getByText('It must end on a later day.')).toBeVisible();
  await dialog.getByLabel('Why do the values mislead?').fill('The audit found double counting.');
  await typeDay(dialog, 'Until', halfAYearOn);
  await dialog.getByRole('button', { name: 'Ask the other partner' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  expect((await read(`/objectives/${green.id}`)).judgement.light).toBe('green');

  const theirs = await windowOf(browser, accounts.halden);
  const other = await theirs.newPage();
  await open(other, '/');
  await other.getByRole('link', { name: /asks you to agree to a light set by hand/ }).first().click();
  await settled(other);
  await expect(other.getByText('The audit found double counting.')).toBeVisible();
  await other.getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(other.getByText('Agreed: the light set by hand counts now')).toBeVisible();
  await expect(other.getByText('by the values')).toBeVisible();
  const agreed = await read(`/objectives/${green.id}`);
  expect(agreed.judgement).toMatchObject({ light: 'red', overridden: true, computed_light: 'green' });
  // On the map the card is starred.
  await open(other, `/a/${slug}/map`);
  await expect(other.locator('.pic-light-star').first()).toBeVisible();
  await theirs.close();

  await open(page, `/a/${slug}/o/${green.id}`);
  await page.getByRole('button', { name: 'Take it away' }).click();
  await said('The light set by hand is taken away');
  expect((await read(`/objectives/${green.id}`)).judgement.light).toBe('green');

  // And what the other side does not want never counts.
  const me = await read('/me');
  const asked = await context.request.post(`/api/v1/objectives/${green.id}/overrides`, {
    data: { light: 'yellow', reason: 'To be safe.', expires: halfAYearOn },
    headers: { 'X-CSRF-Token': me.csrf },
  });
  expect(asked.status()).toBe(201);
  const again = await windowOf(browser, accounts.halden);
  const refusing = await again.newPage();
  await open(refusing, `/a/${slug}/o/${green.id}`);
  await refusing.getByRole('button', { name: 'Do not agree' }).click();
  await expect(refusing.getByText('Not agreed: the light by the values stays')).toBeVisible();
  expect((await read(`/objectives/${green.id}`)).override).toBeNull();
  await again.close();
});

/** An alliance with the four usual lanes and a name as long as they get. */
async function longNamed(): Promise<string> {
  const { csrf } = await read('/me');
  const name = `The Northwind and Contoso Long-Distance Development ${Date.now()}`.slice(0, 60);
  const made = await context.request.post('/api/v1/alliances', { data: { name }, headers: { 'X-CSRF-Token': csrf } });
  expect(made.status()).toBe(201);
  return (await made.json()).slug;
}

test('an empty alliance shows the sample, and loses it in one click', async () => {
  const slug = await longNamed();
  for (const path of ['', '/map', '/scorecards']) {
    await open(page, `/a/${slug}${path}`);
    await expect(page.getByRole('button', { name: 'Show sample' }), path).toBeVisible();
  }
  await page.getByRole('button', { name: 'Show sample' }).click();
  await expect(page.locator('.theme-card')).toHaveCount(5);
  await open(page, `/a/${slug}/map`);
  await expect(page.locator('.map-button')).toHaveCount(24);
  await page.getByRole('button', { name: 'Remove sample' }).click();
  await said('The sample is gone');
  await expect(page.getByRole('button', { name: 'Show sample' })).toBeVisible();
  await expect(page.locator('.map-button')).toHaveCount(0);
});

test('the bar of an alliance holds at every width, with sixty characters of name', async () => {
  const slug = await longNamed();
  for (const width of [1440, 1401, 1400, 1280, 1024, 901, 900, 768, 721, 720, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, `/a/${slug}/scorecards`);
    const found = await page.evaluate(() => {
      const parts = ['.bar-title', '.bar-name .badge', '.bar-tab', '.bar-tools > *']
        .flatMap((one) => [...document.querySelectorAll(one)])
        .filter((one) => one.getClientRects().length > 0);
      const boxes = parts.map((one) => ({ name: one.textContent ?? '', box: one.getBoundingClientRect() }));
      const hits: string[] = [];
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          if (a.box.right > b.box.left + 1 && b.box.right > a.box.left + 1 && a.box.bottom > b.box.top + 1 && b.box.bottom > a.box.top + 1)
            hits.push(`${a.name} over ${b.name}`);
      const title = document.querySelector('.bar-title')?.getBoundingClientRect();
      return { hits, wider: document.documentElement.scrollWidth > innerWidth, title: title?.width ?? 0 };
    });
    expect(found.hits, `${width}`).toEqual([]);
    expect(found.wider, `${width}`).toBe(false);
    expect(found.title, `${width}`).toBeGreaterThan(100);
  }
});

import type { BrowserContext, Locator, Page } from '@playwright/test';
import { accounts, clicks, expect, open, sample, settled, test, windowOf } from './house';

type Point = { x: number; y: number };
type MapAnswer = {
  cards: { id: string; code: string; title: string; judgement: { light: string }; box: Point & { width: number; height: number } }[];
  arrows: { from: string[]; to: string; points: Point[] }[];
  links: { from: string; to: string }[];
  themes: { id: string; name: string }[];
};

let context: BrowserContext;
let page: Page;
let slug: string;
let map: MapAnswer;
test.beforeEach(async ({ browser }) => {
  context = await windowOf(browser, accounts.aldermere);
  page = await context.newPage();
  ({ slug } = await sample(context));
  map = await (await context.request.get(`/api/v1/alliances/${slug}/map`)).json();
});
test.afterEach(() => context.close());

const card = (code: string): Locator => page.locator(`.map-button[data-code="${code}"]`);
/** All that an objective leads to and all that leads to it, by the links alone. */
function chain(id: string): Set<string> {
  const found = new Set([id]);
  for (const [near, far] of [['from', 'to'], ['to', 'from']] as const) {
    const queue = [id];
    const seen = new Set(queue);
    for (let here = queue.shift(); here; here = queue.shift())
      for (const link of map.links)
        if (link[near] === here && !seen.has(link[far])) {
          seen.add(link[far]);
          found.add(link[far]);
          queue.push(link[far]);
        }
  }
  return found;
}

test('selecting a card lights its chain and dims the rest; the panel pushes the map', async () => {
  await open(page, `/a/${slug}/map`);
  const before = await page.locator('.map-sheet').boundingBox();
  const one = map.cards.find((each) => each.code === 'LA4') ?? map.cards[0]!;
  await card(one.code).click();
  await expect(card(one.code)).toHaveAttribute('aria-pressed', 'true');
  const panel = page.getByRole('complementary', { name: one.title });
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(page.locator('.map-card.is-dimmed')).toHaveCount(map.cards.length - chain(one.id).size);
  await expect(page).toHaveURL(new RegExp(`sel=${one.id}`));
  const after = await page.locator('.map-sheet').boundingBox();
  const edge = await panel.boundingBox();
  expect(after!.width).toBeLessThan(before!.width);
  expect(after!.x + after!.width).toBeLessThanOrEqual(edge!.x);
});

test('Tab enters the map once, arrow keys move by position, Enter opens, Esc closes', async () => {
  await open(page, `/a/${slug}/map`);
  await expect(page.locator('.map-button[tabindex="0"]')).toHaveCount(1);
  await expect(page.locator('.map-button')).toHaveCount(map.cards.length);
  await page.locator('.map-button[tabindex="0"]').focus();
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-code'));
  const first = await at();
  await page.keyboard.press('ArrowDown');
  const below = await at();
  expect(below).not.toBe(first);
  const y = (code: string | null | undefined) => map.cards.find((each) => each.code === code)!.box.y;
  expect(y(below)).toBeGreaterThan(y(first));
  // At the end of a row there is nothing further that way.
  const row = map.cards.filter((each) => each.box.y === y(below)).sort((a, b) => a.box.x - b.box.x);
  const ends = row.at(-1)!.code === below;
  await page.keyboard.press(ends ? 'ArrowLeft' : 'ArrowRight');
  const beside = await at();
  await page.keyboard.press(ends ? 'ArrowRight' : 'ArrowLeft');
  expect(await at()).toBe(below);
  expect(beside).not.toBe(below);
  await expect(page.locator('.map-button[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.panel')).toHaveCount(0);
  expect(await at()).toBe(below);
});

test('each objective is spoken with code, title, lane, theme, light and what it leads to', async () => {
  await open(page, `/a/${slug}/map`);
  for (const one of map.cards) {
    const label = await card(one.code).getAttribute('aria-label');
    expect(label).toContain(`${one.code}, ${one.title}`);
    expect(label).toMatch(/On track|At risk|Off track|No judgement/);
    expect(label).toMatch(/Leads to/);
  }
});

test('no arrow runs over a card', () => {
  const over: string[] = [];
  for (const arrow of map.arrows)
    for (const [index, to] of arrow.points.entries()) {
      const from = arrow.points[index - 1];
      if (!from) continue;
      for (const { box, code } of map.cards) {
        const inside =
          Math.max(from.x, to.x) > box.x + 1 &&
          Math.min(from.x, to.x) < box.x + box.width - 1 &&
          Math.max(from.y, to.y) > box.y + 1 &&
          Math.min(from.y, to.y) < box.y + box.height - 1;
        if (inside) over.push(`${arrow.from} to ${arrow.to} over ${code}`);
      }
    }
  expect(over).toEqual([]);
});

test('the knock-on of reds and one theme are kept in the address', async () => {
  await open(page, `/a/${slug}/map`);
  if (map.cards.some((each) => each.judgement.light === 'red')) {
    await page.getByRole('button', { name: 'Show the knock-on of reds' }).click();
    await expect(page).toHaveURL(/knock=1/);
    for (const red of map.cards.filter((each) => each.judgement.light === 'red'))
      await expect(page.locator(`.map-card[data-card="${red.code}"]`)).not.toHaveClass(/is-dimmed/);
    await page.getByRole('button', { name: 'Show the knock-on of reds' }).click();
  }
  const theme = map.themes[1] ?? map.themes[0]!;
  await page.getByRole('button', { name: /All themes/ }).click();
  await page.getByRole('option', { name: theme.name }).click();
  await expect(page).toHaveURL(new RegExp(`theme=${theme.id}`));
  await expect(page.locator('.map-card.is-dimmed').first()).toBeAttached();
});

test('the table has the same content', async () => {
  await open(page, `/a/${slug}/map?view=table`);
  await expect(page.locator('.map-table tbody tr')).toHaveCount(map.cards.length);
  for (const one of map.cards) await expect(page.locator('.map-table').getByRole('link', { name: one.title, exact: true }).first()).toBeVisible();
});

test('presenting goes theme by theme with the arrow keys', async () => {
  await open(page, `/a/${slug}/map`);
  await page.getByRole('button', { name: 'Present' }).click();
  const show = page.getByRole('dialog');
  await expect(show).toContainText('1 /');
  await page.keyboard.press('ArrowRight');
  await expect(show).toContainText('2 /');
  await expect(show.locator('.map-card.is-dimmed').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('on a phone: wins, then lists by lane, a button for the picture, and no sideways scrolling', async ({ browser }) => {
  const phone = await windowOf(browser, accounts.aldermere, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const small = await phone.newPage();
  await open(small, `/a/${slug}/map`);
  const headings = await small.locator('.map-lists h2').allTextContents();
  expect(headings[0]).toContain('Wins for');
  await expect(small.locator('.map-list-card')).toHaveCount(map.cards.length);
  const sideways = () => small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  await small.getByRole('button', { name: 'Show the picture' }).click();
  await expect(small.locator('.map-picture')).toBeVisible();
  expect(await sideways()).toBe(0);
  await small.getByRole('button', { name: 'Show as lists' }).click();
  await small.locator('.map-list-card').first().click();
  await expect(small.getByRole('complementary')).toBeVisible();
  expect(await sideways()).toBe(0);
  await phone.close();
});

test('new objective with measure and target: 4 clicks, and one to undo it', async () => {
  await open(page, `/a/${slug}/map`);
  const count = await clicks(page);
  await page.getByRole('button', { name: 'Edit map' }).click();
  await page.getByRole('button', { name: 'Add objective' }).click();
  await page.keyboard.type('Fewer sites that recruit too few');
  await page.getByRole('textbox', { name: 'Measure' }).fill('Sites below plan');
  await page.getByLabel('Goal: green from').fill('10');
  await page.getByLabel('Red below').fill('5');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(/“Fewer sites that recruit too few” added/)).toBeVisible();
  expect(count()).toBeLessThanOrEqual(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
});

test('an objective is moved and linked by fields, and by dragging', async () => {
  const one = map.cards[0]!;
  await open(page, `/a/${slug}/map?mode=edit&sel=${one.id}`);
  const form = page.getByRole('region', { name: 'Edit the objective' });
  await expect(form.getByRole('button', { name: /Perspective/ })).toBeVisible();
  await form.getByRole('button', { name: /this leads to/ }).click();
  await page.getByRole('option').first().click();
  await expect(page.getByText(/now leads to/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();

  await open(page, `/a/${slug}/map?mode=edit`);
  const box = (await page.locator('.map-button').first().boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 44, { steps: 4 });
  await expect(page.locator('.map-ghost')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText(/stays where you put it|moved to/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await settled(page);
});

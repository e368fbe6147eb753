import type { Locator } from '@playwright/test';
import { findings } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';

// Two people of two companies talk about one thing, by keyboard, and each sees the other without asking.
test('a mention by keyboard reaches the other side at once, and its inbox', async ({ browser }) => {
  test.setTimeout(600_000);
  const hers = await windowOf(browser, accounts.aldermere);
  const his = await windowOf(browser, accounts.halden);
  const { slug, objective } = await sample(hers);
  const anna = await hers.newPage();
  const marcus = await his.newPage();
  await open(marcus, `/a/${slug}/o/${objective}`);
  await open(anna, `/a/${slug}/o/${objective}`);
  const words = `Quokka ${Date.now()}`;

  const box = anna.getByRole('textbox', { name: 'Say something about this' });
  await box.focus();
  await anna.keyboard.type(`**${words}** @marcus whit`);
  await expect(anna.getByRole('option', { name: /Marcus Whitfield/ })).toBeVisible();
  await anna.keyboard.press('Enter');
  await expect(box).toHaveValue(`**${words}** @Marcus Whitfield `);
  await anna.keyboard.type('is this ours? <b>');
  await anna.keyboard.press('Control+Enter');
  await expect(anna.locator('.comment strong', { hasText: words })).toBeVisible();
  await expect(box).toHaveValue('');

  // Without a reload: the event brings it.
  const there = marcus.locator('.thread', { hasText: words });
  await expect(there).toBeVisible();
  await expect(there.locator('.mention')).toHaveText('@Marcus Whitfield');
  await expect(there.locator('.comment-text b')).toHaveCount(0);
  await expect(marcus.locator('.rail .inbox-count')).toBeVisible();
  await there.getByRole('button', { name: 'Reply' }).click();
  await marcus.keyboard.type('It is.');
  await marcus.keyboard.press('Control+Enter');
  await expect(anna.locator('.replies', { hasText: 'It is.' })).toBeVisible();
  await there.getByRole('button', { name: 'Resolve' }).click();
  await expect(anna.locator('.thread-resolved').first()).toBeVisible();

  await open(marcus, '/inbox?only=unread');
  await marcus.getByRole('link', { name: /Anna Verbeke mentions you/ }).first().click();
  await expect(marcus.locator('.comment[data-named]')).toContainText(words);
  await open(anna, '/inbox');
  await expect(anna.getByRole('link', { name: /Marcus Whitfield replied/ }).first()).toBeVisible();
  await anna.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(anna.locator('.rail .inbox-count')).toHaveCount(0);

  // The palette finds what was said, and goes there.
  await anna.keyboard.press('Control+k');
  await expect(anna.getByRole('dialog').locator('input')).toBeFocused();
  await anna.keyboard.type(words.toLowerCase());
  await expect(anna.getByRole('option', { name: new RegExp(words) })).toBeVisible();
  await anna.keyboard.press('Enter');
  await expect(anna).toHaveURL(new RegExp(`/o/${objective}`));
  await hers.close();
  await his.close();
});

// What lies on the map alone has no page of its own: what is said about it stands beside the map.
test('a perspective is talked about beside the map, and a mention leads there', async ({ browser }) => {
  test.setTimeout(600_000);
  const hers = await windowOf(browser, accounts.aldermere);
  const his = await windowOf(browser, accounts.halden);
  const { slug } = await sample(hers);
  const { lanes } = await (await hers.request.get(`/api/v1/alliances/${slug}/map`)).json();
  const lane = lanes.find((one: { unplaced: boolean }) => !one.unplaced);
  const name = `Comments on “${lane.name}”`;
  const anna = await hers.newPage();
  const marcus = await his.newPage();
  const words = `Wombat ${Date.now()}`;

  await open(anna, `/a/${slug}/map`);
  await anna.getByRole('button', { name }).click();
  await expect(anna).toHaveURL(new RegExp(`talk=perspective(:|%3A)${lane.id}`));
  const panel = anna.getByRole('complementary', { name: lane.name });
  await panel.getByRole('textbox', { name: 'Say something about this' }).focus();
  await anna.keyboard.type(`${words} @marcus whit`);
  await expect(anna.getByRole('option', { name: /Marcus Whitfield/ })).toBeVisible();
  await anna.keyboard.press('Enter');
  // Esc does not close the panel over what is being written.
  await anna.keyboard.press('Escape');
  await anna.keyboard.press('Control+Enter');
  await expect(panel.locator('.comment', { hasText: words })).toBeVisible();
  await expect(anna.locator(`.lane-mark[data-talk="perspective:${lane.id}"]`)).toHaveAttribute('data-said');
  expect(await findings(anna)).toEqual([]);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  await expect(anna.getByRole('button', { name })).toBeFocused();

  await open(marcus, '/inbox?only=unread');
  await marcus.getByRole('link', { name: new RegExp(words) }).click();
  await expect(marcus).toHaveURL(new RegExp(`/map.*talk=perspective(:|%3A)${lane.id}`));
  await expect(marcus.getByRole('complementary', { name: lane.name })).toContainText(lane.question);
  await expect(marcus.locator('.panel .comment[data-named]')).toContainText(words);
  await expect(marcus.locator('.panel .comment[data-named]')).toBeInViewport();

  // The table and a phone's lists open the same.
  await open(anna, `/a/${slug}/map?view=table`);
  await anna.getByRole('button', { name }).click();
  await expect(anna.locator('.panel .comment', { hasText: words })).toBeVisible();
  const phone = await windowOf(browser, accounts.aldermere, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const small = await phone.newPage();
  await open(small, `/a/${slug}/map`);
  await small.getByRole('button', { name }).click();
  await expect(small.locator('.panel .comment', { hasText: words })).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await phone.close();
  await hers.close();
  await his.close();
});

test('a win, an arrow, a theme and the alliance are talked about where each stands', async ({ browser }) => {
  test.setTimeout(600_000);
  const hers = await windowOf(browser, accounts.aldermere);
  const his = await windowOf(browser, accounts.halden);
  const { slug, theme } = await sample(hers);
  const { name } = await (await hers.request.get(`/api/v1/alliances/${slug}`)).json();
  const map = await (await hers.request.get(`/api/v1/alliances/${slug}/map`)).json();
  const win = map.wins.flatMap((band: { items: { text: string }[] }) => band.items)[0].text as string;
  const card = (id: string) => map.cards.find((one: { id: string; space: { kind: string } }) => one.id === id && one.space.kind === 'shared');
  const link = map.links.find((one: { from: string; to: string }) => card(one.from) && card(one.to));
  const arrow = `${card(link.from).code} → ${card(link.to).code}`;
  const of = (what: string) => ({ name: `Comments on “${what}”` });
  const anna = await hers.newPage();
  const marcus = await his.newPage();
  const panel = anna.locator('.panel');
  const now = Date.now();
  async function say(place: Locator, words: string, mentioned = '') {
    await place.getByRole('textbox', { name: 'Say something about this' }).focus();
    await anna.keyboard.type(words);
    if (mentioned) {
      await anna.keyboard.type(` @${mentioned.toLowerCase().slice(0, -4)}`);
      await expect(anna.getByRole('option', { name: new RegExp(mentioned) })).toBeVisible();
      await anna.keyboard.press('Enter');
    }
    await anna.keyboard.press('Control+Enter');
    await expect(place.locator('.comment', { hasText: words })).toBeVisible();
  }

  await open(anna, `/a/${slug}/map?view=table`);
  await anna.getByRole('button', of(win)).click();
  await expect(panel.getByRole('heading', { name: win })).toBeVisible();
  await say(panel, `Numbat ${now}`);
  await expect(anna.getByRole('button', of(win))).toHaveText(/^\d+$/);
  expect(await findings(anna)).toEqual([]);
  await anna.locator('.arrow-table').getByRole('button', of(arrow)).click();
  await expect(panel.getByRole('link', { name: card(link.to).title })).toBeVisible();
  await expect(panel).toContainText('Strength:');
  await say(panel, `Quoll ${now}`, 'Marcus Whitfield');
  expect(await findings(anna)).toEqual([]);

  // The other side answers where its inbox leads.
  await open(marcus, '/inbox?only=unread');
  await marcus.getByRole('link', { name: new RegExp(`Quoll ${now}`) }).click();
  await expect(marcus).toHaveURL(new RegExp(`talk=link(:|%3A)${link.id}`));
  const thread = marcus.locator('.panel .thread', { hasText: `Quoll ${now}` });
  await expect(thread).toBeInViewport();
  await thread.getByRole('button', { name: 'Reply' }).click();
  await marcus.keyboard.type('It holds.');
  await marcus.keyboard.press('Control+Enter');
  await expect(panel.locator('.thread', { hasText: `Quoll ${now}` }).locator('.replies')).toContainText('It holds.');

  // From an objective of the picture, and back to it.
  await open(anna, `/a/${slug}/map?sel=${link.from}`);
  await panel.getByRole('button', of(arrow)).click();
  await expect(panel.locator('.comment', { hasText: `Quoll ${now}` })).toBeVisible();
  expect(await findings(anna)).toEqual([]);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel.getByRole('heading', { name: card(link.from).title })).toBeVisible();
  await expect(panel.getByRole('button', of(arrow))).toBeFocused();

  const phone = await windowOf(browser, accounts.aldermere, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const small = await phone.newPage();
  await open(small, `/a/${slug}/map`);
  expect(await findings(small)).toEqual([]);
  await small.getByRole('button', of(win)).click();
  await expect(small.locator('.panel .comment', { hasText: `Numbat ${now}` })).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await phone.close();

  await open(anna, `/a/${slug}/scorecards/${theme}`);
  await say(anna.getByRole('region', { name: 'Comments', exact: true }), `Bilby ${now}`);
  // Half under the bar at the top a link is no target to judge.
  await anna.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  expect(await findings(anna)).toEqual([]);

  await open(anna, `/a/${slug}`);
  await anna.getByRole('button', of(name)).click();
  await say(anna.getByRole('region', { name: 'Comments', exact: true }), `Potoroo ${now}`);
  expect(await findings(anna)).toEqual([]);
  const named = await anna.locator('.comment', { hasText: `Potoroo ${now}` }).getAttribute('id');
  await open(marcus, `/a/${slug}#${named}`);
  await expect(marcus.locator('.comment[data-named]')).toContainText(`Potoroo ${now}`);
  await expect(marcus.getByRole('button', { name: `Hide the comments on “${name}”` })).toBeVisible();
  await hers.close();
  await his.close();
});

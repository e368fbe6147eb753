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

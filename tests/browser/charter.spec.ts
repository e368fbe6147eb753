import type { Browser, BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, password, settled, test, typeDay, windowOf } from './house';

// Two companies agree on a charter: an alliance manager and a signatory on each side, each in a window of their own. The
// alliance is made for it, so that the sample stays as the other tests know it.
const luc = 'luc.declercq@aldermere.example';
const denise = 'denise.carraway@haldenclinical.example';

type Api = (method: 'GET' | 'POST' | 'PATCH', path: string, data?: unknown, version?: number) => Promise<any>;

async function apiOf(context: BrowserContext): Promise<Api> {
  const me = await (await context.request.get('/api/v1/me')).json();
  return async (method, path, data, version) => {
    const headers: Record<string, string> = { 'X-CSRF-Token': me.csrf };
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    const answer = await context.request.fetch(`/api/v1${path}`, { method, headers, ...(data === undefined ? {} : { data }) });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
}

/** An alliance of both companies with two objectives, a link and a measure, and a sponsor on each side. */
async function alliance(anna: Api, marcus: Api, name: string) {
  const made = await anna('POST', '/alliances', { name, template: 'empty' });
  const path = `/alliances/${made.slug}`;
  const { link } = await anna('POST', `${path}/invitations`, { kind: 'partner', email: accounts.halden, organisation_name: 'Halden Clinical' });
  await marcus('POST', `/invitations/${link.split('/').pop()}/accept`, {});
  await anna('POST', `${path}/members`, { email: luc, roles: ['sponsor'] });
  await marcus('POST', `${path}/members`, { email: denise, roles: ['sponsor'] });
  const map = await anna('GET', `${path}/map`);
  const lanes: string[] = map.lanes.map((lane: { id: string }) => lane.id);
  while (lanes.length < 2) lanes.push((await anna('POST', `${path}/perspectives`, { name: `Lane ${lanes.length + 1}`, position: lanes.length })).id);
  const theme = map.themes[0]?.id ?? (await anna('POST', `${path}/themes`, { name: 'Growth', colour: 3 })).id;
  const objective = async (title: string, perspective: string, measures: unknown[] = []) =>
    (await anna('POST', `${path}/objectives`, { title, perspective, theme, measures })).id as string;
  const trust = await objective('Trust at every level', lanes[0]!, [
    { name: 'Trust index', unit: 'points', frequency: 'month', scoring: { type: 'higher', red: 50, green: 70 } },
  ]);
  const once = await objective('Work done once', lanes[1]!);
  await anna('POST', `${path}/links`, { from: trust, to: once });
  return { slug: made.slug as string, path, trust, once, lanes };
}

async function retitle(api: Api, objective: string, title: string) {
  const seen = await api('GET', `/objectives/${objective}?basis=draft`);
  await api('PATCH', `/objectives/${objective}`, { title }, seen.version);
}

async function windowsOf(browser: Browser, emails: string[]): Promise<{ page: Page; context: BrowserContext }[]> {
  const made = [];
  for (const email of emails) {
    const context = await windowOf(browser, email);
    made.push({ context, page: await context.newPage() });
  }
  return made;
}

async function nameSigner(page: Page, name: string) {
  await page.getByRole('button', { name: /Name somebody who may sign/ }).click();
  await page.getByRole('option', { name }).click();
  await expect(page.locator('.signatories')).toContainText(name);
}

async function propose(page: Page, number: number, note: string) {
  await page.getByRole('button', { name: `Propose as version ${number}` }).click();
  await page.getByLabel(/What is new/).fill(note);
  await page.getByRole('dialog').getByRole('button', { name: `Propose version ${number}` }).click();
  await expect(page.getByText('Proposed. The partners find it in their inboxes.')).toBeVisible();
}

async function ratify(page: Page, number: number) {
  await page.getByRole('button', { name: 'Ratify', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Ratify version ${number}` });
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: /Ratify for/ }).click();
  await expect(dialog).toHaveCount(0);
}

test('draft, difference, objection, new draft; an edit voids the consent; both sign; in force', async ({ browser }) => {
  test.setTimeout(600_000);
  const [a, h, l, d] = await windowsOf(browser, [accounts.aldermere, accounts.halden, luc, denise]);
  const [anna, marcus] = [await apiOf(a!.context), await apiOf(h!.context)];
  const { slug, trust, once } = await alliance(anna, marcus, `Agreeing ${Date.now()}`);
  const charter = `/a/${slug}/charter`;

  // Who may sign is named by the administrators of each side, for others than themselves.
  await open(a!.page, charter);
  await expect(a!.page.getByRole('list', { name: 'Where we stand' })).toContainText('Not ratified');
  await a!.page.getByRole('button', { name: /Name somebody who may sign/ }).click();
  await expect(a!.page.getByRole('option', { name: 'Luc Declercq' })).toBeVisible();
  await expect(a!.page.getByRole('option', { name: 'Anna Verbeke' })).toHaveCount(0);
  await expect(a!.page.getByRole('option', { name: 'Denise Carraway' })).toHaveCount(0);
  await a!.page.keyboard.press('Escape');
  await nameSigner(a!.page, 'Luc Declercq');
  await open(h!.page, charter);
  await nameSigner(h!.page, 'Denise Carraway');

  // Proposed by one side, it needs the other one: on Home, and in the inbox.
  await propose(a!.page, 1, 'The first charter');
  await open(h!.page, '/');
  await h!.page.locator('.need', { hasText: 'The first charter' }).click();
  await settled(h!.page);
  await h!.page.getByRole('link', { name: 'See the changes' }).last().click();
  await expect(h!.page).toHaveURL(/charter\/difference\?to=1/);
  await settled(h!.page);
  const item = h!.page.locator(`#item-${trust}`);
  await expect(item).toContainText('Added');
  await expect(h!.page.locator('.item', { hasText: 'Trust index, from' })).toContainText('at least 70, red below 50');

  // What is said of an item is said where it stands, and found there.
  await item.getByRole('button', { name: 'Comment' }).click();
  await item.getByRole('textbox', { name: 'Say something about this' }).fill('By which survey?');
  await h!.page.keyboard.press('Control+Enter');
  await expect(item.locator('.comment')).toContainText('By which survey?');

  await h!.page.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(h!.page.getByRole('button', { name: 'Return it' })).toBeDisabled();
  await h!.page.getByLabel(/Why, and what would you agree to/).fill('Say which survey.');
  await h!.page.getByRole('button', { name: 'Return it' }).click();
  await expect(h!.page.getByText('Version 1 is returned')).toBeVisible();
  // The other side sees it without asking.
  await expect(a!.page.locator('#version-1')).toContainText('Returned');
  await expect(a!.page.locator('#version-1')).toContainText('Say which survey.');

  // A new draft; what changed since is marked word by word.
  await open(a!.page, `/a/${slug}/o/${trust}`);
  await a!.page.getByRole('button', { name: /Title.*Edit|Edit.*Title|Trust at every level/ }).first().click();
  await a!.page.getByRole('textbox', { name: 'Title' }).fill('Trust at every level, by the yearly survey');
  await a!.page.keyboard.press('Enter');
  await expect(a!.page.getByRole('heading', { level: 1 })).toContainText('by the yearly survey');
  await open(a!.page, charter);
  await propose(a!.page, 2, 'The survey is named');
  await open(d!.page, `${charter}/difference?from=1&to=2`);
  await expect(d!.page.locator('.item')).toHaveCount(1);
  await expect(d!.page.locator('.item ins')).toHaveText(', by the yearly survey');

  // A wrong password binds nobody; the right one does.
  await d!.page.getByRole('button', { name: 'Ratify', exact: true }).click();
  const sign = d!.page.getByRole('dialog', { name: 'Ratify version 2' });
  await expect(sign).toContainText('Denise Carraway');
  await expect(sign).toContainText('Halden Clinical');
  const { items } = await marcus('GET', `/alliances/${slug}/charters`);
  expect((await sign.locator('.digest code').textContent())!.replaceAll(' ', '')).toBe(items[0].digest);
  await sign.getByLabel('Your password').fill('not the password');
  await sign.getByRole('button', { name: 'Ratify for Halden Clinical' }).click();
  await expect(sign.locator('.field-error').first()).toBeVisible();
  await sign.getByLabel('Your password').fill(password);
  await sign.getByRole('button', { name: 'Ratify for Halden Clinical' }).click();
  await expect(d!.page.getByText('Ratified. Version 2 now waits for Aldermere Pharma.')).toBeVisible();

  // An edit in between voids the consent; who edits is warned, who signed sees it.
  await open(l!.page, charter);
  await expect(l!.page.getByRole('button', { name: 'Ratify', exact: true })).toBeVisible();
  await open(a!.page, `/a/${slug}/o/${once}`);
  await expect(a!.page.getByRole('complementary', { name: 'Version shown' })).toContainText('Version 2 waits for Aldermere Pharma. A change of the plan makes it void.');
  await retitle(anna, once, 'Work done once only');
  await expect(l!.page.locator('#version-2')).toContainText('Void');
  await expect(l!.page.getByRole('button', { name: 'Ratify', exact: true })).toHaveCount(0);

  await open(a!.page, charter);
  await propose(a!.page, 3, 'Both points');
  await ratify(l!.page, 3);
  await expect(l!.page.getByText('Ratified. Version 3 now waits for Halden Clinical.')).toBeVisible();
  await open(d!.page, charter);
  await ratify(d!.page, 3);
  await expect(d!.page.getByText('Version 3 is in force')).toBeVisible();
  await expect(d!.page.getByRole('list', { name: 'Where we stand' })).toContainText('Luc Declercq');
  await expect(a!.page.locator('#version-3')).toContainText('In force');

  // From here the map is edited in the draft, and every page says which it shows.
  await open(a!.page, `/a/${slug}/map`);
  await expect(a!.page.getByRole('button', { name: 'Version shown: Version 3' })).toBeVisible();
  await expect(a!.page.getByRole('complementary', { name: 'Version shown' })).toHaveCount(0);
  await a!.page.getByRole('button', { name: 'Edit map' }).click();
  await expect(a!.page).toHaveURL(/basis=draft/);
  const banner = a!.page.getByRole('complementary', { name: 'Version shown' });
  await expect(banner).toContainText('This is the working draft, not what is in force.');
  await expect(banner).toContainText('0 changes not yet agreed');
  await retitle(anna, trust, 'Trust that both sides measure');
  await expect(banner.getByRole('link', { name: '1 change not yet agreed' })).toBeVisible();
  await expect(a!.page.getByRole('button', { name: /Trust that both sides measure/ })).toBeVisible();
  // Scorecards and objects follow; an edit in place is offered in the draft only.
  await a!.page.getByRole('link', { name: 'Scorecards' }).click();
  await settled(a!.page);
  await expect(banner).toBeVisible();
  await a!.page.getByRole('link', { name: 'Back to what is in force' }).click();
  await expect(a!.page).not.toHaveURL(/basis/);
  await expect(banner).toHaveCount(0);
  await open(a!.page, `/a/${slug}/o/${trust}`);
  await expect(a!.page.getByRole('heading', { level: 1 })).toContainText('by the yearly survey');
  await a!.page.getByRole('link', { name: 'Edit in the draft' }).click();
  await expect(a!.page.getByRole('heading', { level: 1 })).toContainText('Trust that both sides measure');
  await open(h!.page, `/a/${slug}/map`);
  await expect(h!.page.getByRole('button', { name: /by the yearly survey/ })).toBeVisible();
  for (const { context } of [a!, h!, l!, d!]) await context.close();
});

test.describe('with a version in force and one that waits', () => {
  let slug: string;
  let once: string;
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(600_000);
    const [a, h] = await windowsOf(browser, [accounts.aldermere, accounts.halden]);
    const [anna, marcus] = [await apiOf(a!.context), await apiOf(h!.context)];
    const made = await alliance(anna, marcus, `Agreed ${Date.now()}`);
    slug = made.slug;
    once = made.once;
    // Signed by windows of their own: a fresh login ends the session before it.
    for (const [api, email, context] of [[anna, luc, a!.context], [marcus, denise, h!.context]] as const) {
      const { items } = await api('GET', `${made.path}/people?role=sponsor`);
      const person = items.find((one: { person: { email: string } }) => one.person.email === email).person.id;
      const me = await (await context.request.get('/api/v1/me')).json();
      const named = await context.request.put(`/api/v1${made.path}/signatories/${person}`, { headers: { 'X-CSRF-Token': me.csrf } });
      expect(named.ok()).toBe(true);
    }
    await anna('POST', `${made.path}/charters`, { note: 'The first one' });
    for (const email of [luc, denise]) {
      const context = await browser.newContext({ baseURL: process.env.ENTENTE_URL! });
      expect((await context.request.post('/api/v1/sessions', { data: { email, password } })).status()).toBe(201);
      const api = await apiOf(context);
      const { items } = await api('GET', `${made.path}/charters`);
      await api('POST', `/charters/${items[0].id}/consent`, { verdict: 'ratified', digest: items[0].digest });
      await context.close();
    }
    // Since then: one objective more, one in another lane, one with other words.
    const theme = (await anna('GET', `${made.path}/map`)).themes[0].id;
    await anna('POST', `${made.path}/objectives`, { title: 'Patients first', perspective: made.lanes[1], theme });
    await retitle(anna, made.trust, 'Trust at each level');
    const seen = await anna('GET', `/objectives/${once}?basis=draft`);
    await anna('PATCH', `/objectives/${once}`, { perspective: made.lanes[0] }, seen.version);
    await anna('POST', `${made.path}/charters`, { note: 'For the new year' });
    for (const { context } of [a!, h!]) await context.close();
  });

  test('the difference is gone through by keyboard, filtered, and kept in the address', async ({ browser }) => {
    const context = await windowOf(browser, accounts.halden);
    const page = await context.newPage();
    await open(page, `/a/${slug}/charter/difference?to=2`);
    await expect(page.locator('.item')).toHaveCount(3);
    await page.keyboard.press('Alt+ArrowDown');
    const first = page.locator('.item').first();
    await expect(first).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.locator('.item').nth(1)).toBeFocused();
    await expect(page.getByText('2 of 3')).toBeVisible();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(first).toBeFocused();
    await expect(page).toHaveURL(/item=/);
    await page.getByRole('radio', { name: 'Added 1' }).click();
    await expect(page.locator('.item')).toHaveCount(1);
    await expect(page.locator('.item')).toContainText('Patients first');
    await expect(page).toHaveURL(/change=added/);
    await page.reload();
    await settled(page);
    await expect(page.locator('.item')).toHaveCount(1);
    await context.close();
  });

  test('on the map what came, moved and changed is marked on both sides, and leads to its item', async ({ browser }) => {
    const context = await windowOf(browser, accounts.halden);
    const page = await context.newPage();
    await open(page, `/a/${slug}/map/versions?from=1&to=2`);
    await expect(page.locator('.marked-map')).toHaveCount(2);
    const marks = (side: number) => page.locator('.marked-map').nth(side).locator('.mark-card');
    await expect(marks(0)).toHaveCount(2);
    await expect(marks(1)).toHaveCount(3);
    for (const [mark, count] of [['added', 1], ['moved', 2], ['changed', 2]] as const)
      await expect(page.locator(`.mark-card[data-mark="${mark}"]`)).toHaveCount(count);
    await page.getByRole('button', { name: /^Moved: .*Work done once/ }).last().click();
    await expect(page).toHaveURL(new RegExp(`charter/difference\\?.*item=${once}`));
    await context.close();
  });

  test('a version, the draft and a past day are chosen at the top, and kept from page to page', async ({ browser }) => {
    const context = await windowOf(browser, accounts.aldermere);
    const page = await context.newPage();
    await open(page, `/a/${slug}/map`);
    const pill = page.getByRole('button', { name: /^Version shown/ });
    const banner = page.getByRole('complementary', { name: 'Version shown' });
    await pill.click();
    await page.getByRole('button', { name: /^Version 2/ }).click();
    await expect(page).toHaveURL(/basis=2/);
    await expect(banner).toContainText('This is version 2, not in force');
    await expect(page.locator('.map-button')).toHaveCount(3);
    await page.getByRole('link', { name: 'Scorecards' }).click();
    await settled(page);
    await expect(page).toHaveURL(/basis=2/);
    await expect(banner).toContainText('version 2');
    await pill.click();
    await typeDay(page.getByRole('dialog'), 'As it was on a day', '2008-06-30');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/on=2008-06-30/);
    await expect(banner).toContainText('As it was known on 30 June 2008');
    await page.getByRole('link', { name: 'Back to what is in force' }).click();
    await expect(banner).toHaveCount(0);
    // What is edited in Settings is the draft.
    await open(page, `/a/${slug}/settings`);
    await expect(page.getByText(/a change of them is a change of the draft/)).toBeVisible();
    await context.close();
  });

  for (const { name, scheme, viewport } of looks)
    test(`no route or window of the charter has an axe finding, ${name}`, async ({ browser }) => {
      test.setTimeout(600_000);
      const context = await windowOf(browser, accounts.halden, { colorScheme: scheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const a = `/a/${slug}`;
      const found: Record<string, string[]> = {};
      const look = async (what: string) => {
        const here = await findings(page);
        if (here.length) found[what] = here;
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (sideways > 0) found[`${what}: sideways`] = [String(sideways)];
      };
      const paths = [a, `${a}/charter`, `${a}/charter/difference?to=2`, `${a}/charter/difference?from=2&to=2`, `${a}/map/versions?from=1&to=2`, `${a}/map/versions?from=nothing&to=1`];
      for (const path of [...paths, `${a}/map?basis=draft`, `${a}/map?mode=edit`, `${a}/scorecards?basis=2`, `${a}/o/${once}?on=2008-06-30`, `${a}/settings`]) {
        await open(page, path);
        await look(path);
      }
      await open(page, `${a}/charter`);
      await page.getByRole('button', { name: 'Return', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('return');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'More on version 2' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await look('menu of a version');
      await open(page, `${a}/map`);
      await page.getByRole('button', { name: viewport.width > 900 ? /^Version shown/ : /^Reporting period/ }).click();
      await expect(page.locator('.version-list')).toBeVisible();
      await look('versions to choose from');
      expect(found).toEqual({});
      await context.close();
    });

  test('the window for signing has no axe finding', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: process.env.ENTENTE_URL! });
    expect((await context.request.post('/api/v1/sessions', { data: { email: denise, password } })).status()).toBe(201);
    const page = await context.newPage();
    for (const { scheme, viewport } of looks) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      await open(page, `/a/${slug}/charter`);
      await page.getByRole('button', { name: 'Ratify', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    }
    await context.close();
  });
});

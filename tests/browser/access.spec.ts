import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, settled, test, windowOf } from './house';

for (const { name, scheme, viewport } of looks) {
  test.describe(name, () => {
    let context: BrowserContext;
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      context = await windowOf(browser, accounts.aldermere, { colorScheme: scheme, viewport, reducedMotion: 'reduce' });
      page = await context.newPage();
    });
    test.afterAll(() => context.close());

    test('no route has an axe finding', async () => {
      test.setTimeout(600_000);
      const { slug, theme, objective, measure, initiative } = await sample(context);
      const a = `/a/${slug}`;
      const paths = [
        '/',
        '/alliances',
        '/alliances?view=table',
        '/alliances?light=grey&q=nothing-like-this',
        '/alliances/new',
        '/search?q=map',
        '/search?q=trust',
        '/inbox',
        '/inbox?only=unread&kind=reply',
        '/settings',
        '/settings/mail',
        '/settings/password',
        '/settings/sessions',
        '/settings/tokens',
        '/api/docs',
        '/nothing/here',
        a,
        `${a}/map`,
        `${a}/map?view=table`,
        `${a}/map?mode=edit`,
        `${a}/map?sel=${objective}`,
        `${a}/scorecards`,
        `${a}/scorecards/${theme}`,
        `${a}/o/${objective}`,
        `${a}/m/${measure}`,
        ...(initiative ? [`${a}/i/${initiative}`] : []),
        `${a}/reviews`,
        `${a}/people`,
        `${a}/activity`,
        `${a}/import/values`,
        `${a}/import/plan`,
        `${a}/settings`,
      ];
      const found: Record<string, string[]> = {};
      for (const path of paths) {
        await open(page, path);
        const here = await findings(page);
        if (here.length) found[path] = here;
      }
      expect(found).toEqual({});
    });

    test('no popup has an axe finding', async () => {
      test.setTimeout(600_000);
      const { slug, objective, initiative } = await sample(context);
      const found: Record<string, string[]> = {};
      const look = async (popup: string, path: string, act: () => Promise<unknown>, shown: string) => {
        await open(page, path);
        await act();
        await expect(page.locator(shown).first()).toBeVisible();
        const here = await findings(page);
        if (here.length) found[popup] = here;
      };
      const button = (label: string | RegExp) => page.getByRole('button', { name: label }).first().click();
      await look('export', `/a/${slug}/map`, () => button('Export'), '[role=menu]');
      await look('period', `/a/${slug}/map`, () => button(/Reporting period/), '[role=dialog]');
      await look('who can see', `/a/${slug}`, () => button('Who can see this?'), '[role=dialog]');
      await look('invite', `/a/${slug}/people`, () => button('Invite'), '[role=dialog]');
      await look('an owner', `/a/${slug}/o/${objective}`, () => button(/^Owner:/), '[role=option]');
      await look('light by hand', `/a/${slug}/o/${objective}`, () => button('Set the light by hand'), '[role=dialog]');
      if (initiative) {
        await look('milestones', `/a/${slug}/i/${initiative}`, () => button(/milestone/i), '[role=dialog]');
        await look('what it moves', `/a/${slug}/i/${initiative}`, () => button(/^Change$/), '.list-row');
      }
      await look('roles', `/a/${slug}/people`, () => button(/Change the roles of/), '[role=dialog]').catch(() => {});
      await look('palette', `/a/${slug}`, () => page.keyboard.press('Control+k'), '[role=listbox]');
      await look('filter', '/alliances', () => button(/Stage/), '[role=listbox]');
      await look('act', `/a/${slug}/activity`, () => button('Details of this act'), '.act-details');
      expect(found).toEqual({});
    });
  });
}

test('the doors have no axe finding', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL: process.env.ENTENTE_URL!, colorScheme });
    const page = await context.newPage();
    await page.goto('/signin');
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await page.goto('/invitation/unknown');
    await settled(page);
    expect(await findings(page)).toEqual([]);
    await context.close();
  }
});

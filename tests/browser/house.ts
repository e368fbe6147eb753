import { test as base, type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

export { expect };
export const address = () => process.env.ENTENTE_URL ?? 'http://127.0.0.1:8080';

/** The sample's accounts: one alliance manager on each side. */
export const accounts = {
  aldermere: process.env.ENTENTE_EMAIL ?? 'anna.verbeke@aldermere.example',
  halden: process.env.ENTENTE_EMAIL_2 ?? 'marcus.whitfield@haldenclinical.example',
};
export const password = process.env.ENTENTE_PASSWORD ?? 'two-sides-one-map';

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;
const kept = new Map<string, Kept>();

/** A browser window of somebody who is signed in, at the tests' server or at the one in `options`; the sign-in itself is done once. */
export async function windowOf(browser: Browser, email: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const baseURL = options.baseURL ?? address();
  let state = kept.get(`${baseURL} ${email}`);
  if (!state) {
    const first = await browser.newContext({ baseURL });
    const answer = await first.request.post('/api/v1/sessions', { data: { email, password } });
    expect(answer.status(), `sign in as ${email}`).toBe(201);
    state = await first.storageState();
    kept.set(`${baseURL} ${email}`, state);
    await first.close();
  }
  return browser.newContext({ baseURL, storageState: state, ...options });
}

/** Goes to a page and waits until nothing is on its way any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  // While one page gives way to the next, both may stand there for a moment.
  await expect(page.locator('#content')).toHaveCount(1);
  await expect(page.locator('#content')).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

/** The slug of the reference alliance, and one of each thing in it. */
export async function sample(context: BrowserContext) {
  const read = async (path: string) => (await context.request.get(`/api/v1${path}`)).json();
  const { items } = await read('/alliances?limit=100');
  const alliance = items.find((item: { name: string }) => item.name.startsWith('Aldermere')) ?? items[0];
  const scorecard = await read(`/alliances/${alliance.id}/scorecard`);
  const objectives = scorecard.themes.flatMap((theme: { objectives: unknown[] }) => theme.objectives);
  const objective = objectives.find((one: { measures: unknown[]; initiatives: unknown[] }) => one.measures.length > 0);
  const initiative = objectives.flatMap((one: { initiatives: { id: string }[] }) => one.initiatives)[0];
  return {
    id: alliance.id as string,
    slug: alliance.slug as string,
    theme: scorecard.themes[0].id as string,
    objective: objective.id as string,
    measure: objective.measures[0].id as string,
    initiative: initiative?.id as string | undefined,
  };
}

/** Types a day into a date field, part by part in the order of the page's locale (day, month, year). */
export async function typeDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByRole('group', { name: label }).last();
  await field.getByRole('spinbutton').first().click();
  await form.page().keyboard.type(day.split('-').reverse().join(''));
}

/** Counts what a hand does: presses of a pointer. Typing is not counted. */
export async function clicks(page: Page): Promise<() => number> {
  let count = 0;
  await page.exposeFunction('countClick', () => {
    count++;
  });
  const listen = () => {
    addEventListener('pointerdown', (event) => event.isTrusted && (window as never as { countClick(): void }).countClick(), true);
  };
  await page.addInitScript(listen);
  await page.evaluate(listen).catch(() => {});
  return () => count;
}

export const test = base;

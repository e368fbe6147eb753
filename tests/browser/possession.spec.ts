import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';

// A party takes everything away, countersigns the record, and moves into another installation.
test.describe.configure({ mode: 'serial' });

const program = process.env.ENTENTE_PROGRAM ?? join(import.meta.dirname, '../../build/release/entente');
let folder: string;
let hers: BrowserContext;
let anna: Page;
let slug: string;
let file: string;

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'entente-possession-'));
  hers = await windowOf(browser, accounts.aldermere);
  anna = await hers.newPage();
  ({ slug } = await sample(hers));
});
test.afterAll(async () => {
  await hers?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function expectClean(page: Page, path: string) {
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
    if (path) await open(page, path);
    expect(await findings(page), look.name).toEqual([]);
  }
  await page.setViewportSize(looks[0].viewport);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('everything is taken away from the Export menu, with progress', async () => {
  await open(anna, `/a/${slug}`);
  await anna.getByRole('button', { name: 'Export' }).click();
  const saved = anna.waitForEvent('download');
  await anna.getByRole('menuitem', { name: /^Everything/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe(`${slug}.zip`);
  file = join(folder, 'moved.zip');
  await download.saveAs(file);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  await expect(anna.getByRole('dialog')).toContainText('Ready');
  await expectClean(anna, '');
  await anna.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
});

test('a witness is registered, countersigns, and is seen by the other side', async ({ browser }) => {
  await expectClean(anna, `/a/${slug}/activity/witnesses`);
  await open(anna, `/a/${slug}/activity`);
  await anna.getByRole('link', { name: 'Witnesses' }).click();
  const key = execFileSync(program, ['witness', 'new', join(folder, 'witness.key'), '--name', 'aldermere.example/witness'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  await anna.getByLabel('Verifier key').fill('no key');
  await anna.getByRole('button', { name: 'Register' }).click();
  await expect(anna.getByText('This is not a verifier key')).toBeVisible();
  await anna.getByLabel('Verifier key').fill(key);
  await anna.getByRole('button', { name: 'Register' }).click();
  await expect(anna.getByText('has not countersigned yet')).toBeVisible();
  const head = await (await hers.request.get(`/api/v1/alliances/${slug}/record/head`)).text();
  writeFileSync(join(folder, 'head.txt'), head);
  const signed = execFileSync(program, ['witness', 'sign', join(folder, 'head.txt'), '--key-file', join(folder, 'witness.key')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await anna.getByLabel('The countersigned head').fill(signed);
  await anna.getByRole('button', { name: 'Hand in' }).click();
  await expect(anna.getByText(/countersigned the first/)).toBeVisible();
  await expectClean(anna, `/a/${slug}/activity/witnesses`);
  const his = await windowOf(browser, accounts.halden);
  const marcus = await his.newPage();
  await open(marcus, `/a/${slug}/activity/witnesses`);
  await expect(marcus.getByText('aldermere.example/witness').first()).toBeVisible();
  await expect(marcus.getByRole('button', { name: 'Take away' })).toHaveCount(0);
  await his.close();
  // Taken away again, so that the alliance is as it was.
  await anna.getByRole('button', { name: 'Take away' }).click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await expect(anna.getByText('No witness yet')).toBeVisible();
});

test('another installation looks the file through, refuses a changed one, and brings it in', async ({ browser }) => {
  const database = join(folder, 'elsewhere.db');
  const password = 'quite long enough';
  const organisation = (await (await hers.request.get('/api/v1/me')).json()).organisation.name as string;
  execFileSync(program, ['user', 'add', accounts.aldermere, '--name', 'Anna Verbeke', '--organisation', organisation, '--password', password, '--database', database]);
  const server: ChildProcess = spawn(program, ['serve', '--listen', '127.0.0.1:0', '--database', database, '--log', join(folder, 'log')]);
  try {
    const place = await new Promise<string>((found) => {
      let said = '';
      server.stdout!.on('data', (bytes) => {
        said += bytes;
        const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (at) found(at[0]);
      });
    });
    const there = await browser.newContext({ baseURL: place });
    expect((await there.request.post('/api/v1/sessions', { data: { email: accounts.aldermere, password } })).status()).toBe(201);
    const page = await there.newPage();
    await open(page, '/alliances');
    await page.getByRole('button', { name: 'Take away or bring in' }).click();
    expect(await findings(page), 'the menu').toEqual([]);
    await page.getByRole('menuitem', { name: 'Bring in an export' }).click();
    await expectClean(page, '/alliances/bring-in');
    const give = async (path: string) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles(path);
    };
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(join(folder, 'changed.zip'), bytes);
    await give(join(folder, 'changed.zip'));
    await expect(page.getByRole('alert')).toContainText('in the zip');
    await page.getByRole('button', { name: 'Another file' }).click();
    await give(file);
    await expect(page.getByText('to be invited by you').first()).toBeVisible();
    await expect(page.getByText('your organisation', { exact: true })).toBeVisible();
    await expectClean(page, '');
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await expect(page).toHaveURL(new RegExp(`/a/${slug}`));
    await open(page, `/a/${slug}/activity`);
    await expect(page.getByRole('heading', { name: 'Came from elsewhere' })).toBeVisible();
    await expect(page.getByText(/brought in an export from/).first()).toBeVisible();
    await expectClean(page, `/a/${slug}/activity`);
    await there.close();
  } finally {
    server.kill();
  }
});

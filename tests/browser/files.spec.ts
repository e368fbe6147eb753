import { readFile, writeFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { findings, looks } from './axe';
import { accounts, expect, open, sample, test, windowOf } from './house';
import { workbook } from './small-workbook';

// Files are attached by one side and taken by the other; values come in from a workbook, and go out as one.
test.describe.configure({ mode: 'serial' });

let hers: BrowserContext;
let his: BrowserContext;
let anna: Page;
let marcus: Page;
let slug: string;
let objective: string;
let code: string;
const stamp = String(Date.now());
const letter = Buffer.from(`%PDF-1.4\n% ${stamp}\n`);

test.beforeAll(async ({ browser }) => {
  hers = await windowOf(browser, accounts.aldermere);
  his = await windowOf(browser, accounts.halden);
  anna = await hers.newPage();
  marcus = await his.newPage();
  ({ slug, objective } = await sample(hers));
  const me = await (await hers.request.get('/api/v1/me')).json();
  const made = await hers.request.post(`/api/v1/alliances/${slug}/measures`, {
    data: { objective, name: `Sheet ${stamp}`, unit: 'days', frequency: 'month' },
    headers: { 'X-CSRF-Token': me.csrf },
  });
  const { id } = await made.json();
  code = (await (await hers.request.get(`/api/v1/measures/${id}`)).json()).code;
});
test.afterAll(async () => {
  await hers?.close();
  await his?.close();
});

test('several files are attached at once; what is not taken says why at its own line', async () => {
  await open(marcus, `/a/${slug}/o/${objective}`);
  await open(anna, `/a/${slug}/o/${objective}`);
  const files = anna.getByRole('region', { name: 'Files' });
  await files.locator('input[type=file]').setInputFiles([
    { name: `Letter ${stamp}.exe`, mimeType: 'application/octet-stream', buffer: letter },
    { name: `page-${stamp}.html`, mimeType: 'text/html', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
    { name: `notes-${stamp}.txt`, mimeType: 'text/plain', buffer: Buffer.from('What we said.') },
  ]);
  await expect(files.getByRole('link', { name: `Letter ${stamp}.exe.pdf` })).toBeVisible();
  await expect(files.getByRole('link', { name: `notes-${stamp}.txt` })).toBeVisible();
  await expect(files.getByRole('alert')).toContainText('Web pages, XML and SVG drawings are not taken');
  await files.getByRole('button', { name: `Leave page-${stamp}.html out` }).click();
  await expect(files.getByRole('alert')).toHaveCount(0);
  // Too large a file is not even sent.
  await files.locator('input[type=file]').setInputFiles({ name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(20_000_001, 'x') });
  await expect(files.getByRole('alert')).toContainText('Larger than 20 MB');
  await files.getByRole('button', { name: 'Leave large.pdf out' }).click();
});

test('the other side sees a file without asking, takes it, and cannot remove it', async () => {
  const files = marcus.getByRole('region', { name: 'Files' });
  const link = files.getByRole('link', { name: `Letter ${stamp}.exe.pdf` });
  await expect(link).toBeVisible();
  await expect(files.locator('.file', { hasText: `Letter ${stamp}` })).toContainText('Anna Verbeke');
  await expect(files.getByRole('button', { name: `Remove Letter ${stamp}.exe.pdf` })).toHaveCount(0);
  const [download] = await Promise.all([marcus.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe(`Letter ${stamp}.exe.pdf`);
  expect(await readFile(await download.path())).toEqual(letter);
});

test('a dropped file is attached, removed and brought back', async () => {
  const files = anna.getByRole('region', { name: 'Files' });
  const name = `dropped-${stamp}.txt`;
  const path = test.info().outputPath(name);
  await writeFile(path, 'dropped');
  // As the browser itself gives a file that is dragged in from the desktop.
  const place = files.locator('.files-add');
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error('the place for files is not in sight');
  const browser = await hers.newCDPSession(anna);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  await expect(files.getByRole('link', { name })).toBeVisible();
  await files.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(files.getByRole('link', { name })).toHaveCount(0);
  await anna.getByRole('button', { name: 'Undo' }).last().click();
  await expect(files.getByRole('link', { name })).toBeVisible();
});

test('search finds a file by its name and goes to it', async () => {
  await open(marcus, `/search?q=letter%20${stamp}`);
  await marcus.getByRole('link', { name: new RegExp(`Letter ${stamp}`) }).first().click();
  await expect(marcus.locator('li[data-named]')).toContainText(`Letter ${stamp}.exe.pdf`);
});

test('a workbook is recognised, its mistakes are told by cell, its columns can be changed', async () => {
  await open(anna, `/a/${slug}/import/values`);
  const chooser = anna.locator('.drop input[type=file]');
  await chooser.setInputFiles({
    name: 'values.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbook([
      ['measure', 'Oct 2009', 'Nov 2009'],
      [code, 19.8, '#N/A'],
      ['Total', 3],
    ]),
  });
  await expect(anna.getByText('Please mend these cells first')).toBeVisible();
  const wrong = anna.locator('.wrong-list');
  await expect(wrong).toContainText('Cell C2');
  await expect(wrong).toContainText('#N/A');
  await expect(wrong).toContainText('Cell A3');
  await anna.getByRole('button', { name: 'Change the columns' }).click();
  await expect(anna.getByRole('button', { name: 'Column C holds values' })).toHaveAttribute('aria-pressed', 'true');
  await anna.getByRole('button', { name: 'Column C holds values' }).click();
  await anna.getByText('Leave out rows whose measure is not known here').click();
  expect(await findings(anna)).toEqual([]);
  await anna.getByRole('button', { name: 'See what would change' }).click();
  await expect(anna.getByText('1 row is left out')).toBeVisible();
  expect(await findings(anna)).toEqual([]);
  await anna.getByRole('button', { name: 'Import 1 value' }).click();
  await expect(anna.getByRole('heading', { name: '1 value is in' })).toBeVisible();
  await anna.getByRole('button', { name: 'Undo the import' }).click();
  await expect(anna.getByText('The import is undone')).toBeVisible();
});

test('scorecards and values go out as workbooks', async () => {
  await open(anna, `/a/${slug}/scorecards`);
  await anna.getByRole('button', { name: 'Export' }).click();
  const [card] = await Promise.all([anna.waitForEvent('download'), anna.getByRole('menuitem', { name: /^Scorecards/ }).click()]);
  expect(card.suggestedFilename()).toBe(`${slug}-scorecard.xlsx`);
  expect((await readFile(await card.path())).subarray(0, 2).toString()).toBe('PK');
});

for (const { name, scheme, viewport } of looks)
  test(`files and the columns of a workbook have no axe finding, ${name}`, async ({ browser }) => {
    const window = await windowOf(browser, accounts.aldermere, { colorScheme: scheme, viewport });
    const page = await window.newPage();
    await open(page, `/a/${slug}/o/${objective}`);
    const files = page.getByRole('region', { name: 'Files' });
    await files.locator('input[type=file]').setInputFiles({ name: 'bad.html', mimeType: 'text/html', buffer: Buffer.from('<html>') });
    await expect(files.getByRole('alert')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await open(page, `/a/${slug}/import/values`);
    await page.locator('.drop input[type=file]').setInputFiles({
      name: 'unknown.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook([
        ['what', 'how much'],
        ['this', 3],
      ]),
    });
    await expect(page.getByRole('button', { name: 'See what would change' })).toBeDisabled();
    expect(await findings(page)).toEqual([]);
    await window.close();
  });

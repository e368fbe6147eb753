// How fast the screens feel: `node bench/browser.mjs [URL]`, against a server with the sample (otherwise
// http://127.0.0.1:8080). Prints a table of medians and worst cases; says nothing about pass or fail.
//   map on screen        from the start of the navigation to the frame in which the cards are painted, cache warm
//   map, first visit     the same with an empty cache
//   next paint           from the press to the end of the frame that shows it (the browser's own event timing)
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';

const require = createRequire(new URL('../web/package.json', import.meta.url));
const { chromium } = require('@playwright/test');
const url = process.argv[2] ?? 'http://127.0.0.1:8080';
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const rounds = 15;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--enable-blink-features=EventTiming'] });
const rows = [];
const add = (name, times) => {
  const sorted = [...times].sort((a, b) => a - b);
  rows.push({ what: name, median: sorted[Math.floor(sorted.length / 2)], worst: sorted.at(-1), times: times.length });
};

async function window() {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post('/api/v1/sessions', {
    data: { email: process.env.ENTENTE_EMAIL ?? 'anna.verbeke@aldermere.example', password: process.env.ENTENTE_PASSWORD ?? 'two-sides-one-map' },
  });
  if (answer.status() !== 201) throw new Error(`Cannot sign in: ${answer.status()}`);
  await context.addInitScript(() => {
    globalThis.interactions = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.interactionId) interactions.push({ id: entry.interactionId, ms: entry.duration });
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    globalThis.painted = new Promise((done) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.map-button')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      }).observe(document, { childList: true, subtree: true });
    });
  });
  return context;
}

/** The longest event of each interaction so far; what took less than 16 ms is not reported and counts as 16. */
async function paints(page, expected) {
  await page.waitForTimeout(400);
  const seen = await page.evaluate(() => {
    const worst = new Map();
    for (const { id, ms } of interactions.splice(0)) worst.set(id, Math.max(worst.get(id) ?? 0, ms));
    return [...worst.values()];
  });
  while (seen.length < expected) seen.push(16);
  return seen;
}

const context = await window();
const { items } = await (await context.request.get('/api/v1/alliances?limit=100')).json();
const alliance = items.find((one) => one.name.startsWith('Aldermere')) ?? items[0];
const map = `/a/${alliance.slug}/map`;

const first = [];
for (let round = 0; round < 5; round++) {
  const fresh = await window();
  const page = await fresh.newPage();
  await page.goto(map);
  first.push(await page.evaluate(() => painted));
  await fresh.close();
}
add('map, first visit', first);

const page = await context.newPage();
const warm = [];
for (let round = 0; round < rounds; round++) {
  await page.goto(map);
  const ms = await page.evaluate(() => painted);
  if (round > 0) warm.push(ms);
}
add('map on screen', warm);

await page.waitForTimeout(500);
await paints(page, 0);
const cards = page.locator('.map-button');
for (let round = 0; round < rounds; round++) {
  await cards.nth((round * 5) % (await cards.count())).click();
  await page.waitForTimeout(60);
}
add('next paint: choosing a card', await paints(page, rounds));
for (let round = 0; round < rounds; round++) await page.keyboard.press('ArrowRight');
add('next paint: arrow keys on the map', await paints(page, rounds));

const scorecard = await (await context.request.get(`/api/v1/alliances/${alliance.id}/scorecard`)).json();
await page.goto(`/a/${alliance.slug}/scorecards/${scorecard.themes[0].id}`);
const cells = page.locator('.value-cell');
await cells.first().waitFor();
await page.waitForTimeout(500);
await paints(page, 0);
for (let round = 0; round < rounds; round++) await cells.nth(round % (await cells.count())).click();
add('next paint: opening a cell', await paints(page, rounds));
await page.keyboard.type('1234567890', { delay: 30 });
add('next paint: typing in a cell', await paints(page, 10));
await page.keyboard.press('Escape');
await browser.close();

const width = Math.max(...rows.map((row) => row.what.length));
console.log(`${'ms'.padEnd(width)}  median   worst  times`);
for (const row of rows)
  console.log(`${row.what.padEnd(width)}  ${row.median.toFixed(0).padStart(6)}  ${row.worst.toFixed(0).padStart(6)}  ${String(row.times).padStart(5)}`);

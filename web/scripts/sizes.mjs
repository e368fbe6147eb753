// Checks the weight of the build: what the first page loads (script, style, page and font) and what each further route
// adds, compressed with gzip, against the limits of the interface.
import { readFileSync, statSync } from 'node:fs';

const first_limit = 190;
const route_limit = 120;
const root = new URL('../dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${root}.vite/manifest.json`, 'utf8'));

function weight(file) {
  try {
    return statSync(`${root}${file}.gz`).size;
  } catch {
    return statSync(`${root}${file}`).size;
  }
}

function files(key, seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest[key];
  const fonts = (chunk.assets ?? []).filter((name) => name.endsWith('.woff2'));
  const own = [chunk.file, ...(chunk.css ?? []), ...fonts];
  return [...own, ...(chunk.imports ?? []).flatMap((name) => files(name, seen))];
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = new Set(files(entry));
const total = (list) => [...list].reduce((sum, file) => sum + weight(file), 0) / 1000;
const first_size = total(first) + weight('index.html') / 1000;
console.log(`first load ${first_size.toFixed(1)} kB of ${first_limit} kB`);
let failed = first_size > first_limit;
const routes = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
const rows = routes.map((key) => [total(new Set(files(key).filter((file) => !first.has(file)))), key]);
for (const [size, key] of rows.sort((a, b) => b[0] - a[0])) {
  if (size > 15) console.log(`  ${size.toFixed(1).padStart(6)} kB  ${key}`);
  // A window or table that a page fetches later brings the page's own parts along; only pages are routes.
  if (size > route_limit && key.endsWith('-page.tsx')) failed = true;
}
if (failed) {
  console.error(`too heavy: the first load may weigh ${first_limit} kB, a further route ${route_limit} kB`);
  process.exit(1);
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser of the system: CHROMIUM, or the first of the usual names on the path. */
export function browserPath(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/lib/chromium'];
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  throw new Error('No Chromium found: install it (apt-get install chromium) or name it in CHROMIUM.');
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Starts the program with the sample in a database of its own, unless ENTENTE_URL names a running one. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.ENTENTE_URL) return async () => {};
  const { url, stop } = await startProgram('draft');
  process.env.ENTENTE_URL = url;
  return stop;
}

/** A server of one's own, with the sample as a draft that can be edited at once, or with its whole history. */
export async function startProgram(form: 'draft' | 'whole'): Promise<{ url: string; stop: () => Promise<void> }> {
  const program = process.env.ENTENTE_PROGRAM ?? join(root, 'build/release/entente');
  if (!existsSync(program)) throw new Error(`${program} is missing: run ./run --setup-only first, or set ENTENTE_URL.`);
  const folder = mkdtempSync(join(tmpdir(), 'entente-browser-'));
  const database = join(folder, 'entente.db');
  execFileSync(program, ['sample', 'load', 'reference', ...(form === 'draft' ? ['--draft'] : []), '--database', database], { stdio: 'inherit' });
  const server = spawn(program, ['serve', '--database', database, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await served(server);
  const stop = async () => {
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** The address that the program says it serves on, with a port that the system chose. */
function served(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stdout?.on('data', (bytes) => {
      said += bytes;
      const url = /serves .* on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url) done(url);
    });
    server.once('exit', (code) => fail(new Error(`The program ended with ${code}.`)));
  });
}

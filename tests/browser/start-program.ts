import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(program, ['serve', '--database', database, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  await ready(url, server);
  const stop = async () => {
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`The program ended with ${server.exitCode}.`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The program does not become ready.');
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

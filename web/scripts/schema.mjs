// Writes src/api/schema.d.ts: the API's types, from the program's own OpenAPI document.
//   node scripts/schema.mjs [--check]
// With --check nothing is written, and a drift is an error. ENTENTE_PROGRAM names the program, otherwise
// ../build/release/entente.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = process.env.ENTENTE_PROGRAM ?? join(web, '../build/release/entente');
const file = join(web, 'src/api/schema.d.ts');

const document = JSON.parse(execFileSync(program, ['openapi'], { maxBuffer: 64_000_000, encoding: 'utf8' }));
// The version changes with each release and says nothing about the shapes.
delete document.info.version;
const heading = '// Generated from `entente openapi` by `npm run schema`. Do not edit.\n\n';
const made = heading + astToString(await openapiTS(document, { alphabetize: false }));

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== made) {
    console.error('src/api/schema.d.ts is not what the program says of its API. Run `npm run schema` in web/.');
    process.exit(1);
  }
} else {
  writeFileSync(file, made);
}

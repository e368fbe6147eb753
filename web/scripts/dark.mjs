// Copies the dark set of tokens.css to tokens-dark.css, where it answers to a person's own choice of "dark".
// CSS has no way to name a set of custom properties once and use it under two conditions.
import { readFileSync, writeFileSync } from 'node:fs';

const styles = new URL('../src/styles/', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', styles), 'utf8');
const set = tokens.match(/\/\* dark-start \*\/\n([\s\S]*?)\n\s*\/\* dark-end \*\//)[1].replace(/^ {2}/gm, '');
writeFileSync(
  new URL('tokens-dark.css', styles),
  `/* Made from tokens.css by scripts/dark.mjs. */\n:root[data-appearance="dark"] {\n${set}\n}\n`,
);

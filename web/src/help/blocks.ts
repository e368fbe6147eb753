/** The parts of a reference text of the server: a small, known part of Markdown. */
export type Block =
  | { kind: 'heading'; level: number; text: string; anchor: string }
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

const anchorOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The cells of a line of a table; a bar after a backslash belongs to the text. */
function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

export function blocksOf(markdown: string): Block[] {
  const out: Block[] = [];
  for (const part of markdown.replace(/<!--.*?-->/gs, '').split(/\n{2,}/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    const first = lines[0];
    if (first === undefined) continue;
    const heading = /^(#+) (.*)/.exec(first);
    if (heading) {
      const text = heading[2] as string;
      out.push({ kind: 'heading', level: (heading[1] as string).length, text, anchor: anchorOf(text) });
    } else if (first.startsWith('    ')) out.push({ kind: 'code', text: lines.map((line) => line.slice(4)).join('\n') });
    else if (first.startsWith('|')) out.push({ kind: 'table', head: cellsOf(first), rows: lines.slice(2).map(cellsOf) });
    else if (first.startsWith('- '))
      out.push({
        kind: 'list',
        items: lines.reduce<string[]>((items, line) => {
          if (line.startsWith('- ')) return [...items, line.slice(2)];
          return [...items.slice(0, -1), `${items.at(-1) ?? ''} ${line.trim()}`];
        }, []),
      });
    else out.push({ kind: 'text', text: lines.join(' ') });
  }
  return out;
}

/** A line cut into plain words and code, in turn, beginning with plain words. */
export const codeParts = (text: string) => text.split('`');

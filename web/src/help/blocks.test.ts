import { describe, expect, it } from 'vitest';
import { blocksOf, codeParts } from './blocks';

describe('a reference text', () => {
  it('is read block by block', () =>
    expect(
      blocksOf('# Formulas\n\n<!-- Made from\na table. -->\n\nTwo\nlines.\n\n    A + B\n\n- one\n  more\n- two\n'),
    ).toEqual([
      { kind: 'heading', level: 1, text: 'Formulas', anchor: 'formulas' },
      { kind: 'text', text: 'Two lines.' },
      { kind: 'code', text: 'A + B' },
      { kind: 'list', items: ['one more', 'two'] },
    ]));
  it('keeps a bar that belongs to a cell', () =>
    expect(blocksOf('| a | b |\n|---|---|\n| `x` | \\|y\\| |')).toEqual([
      { kind: 'table', head: ['a', 'b'], rows: [['`x`', '|y|']] },
    ]));
  it('tells code from words', () => expect(codeParts('use `A` or `B`')).toEqual(['use ', 'A', ' or ', 'B', '']));
});

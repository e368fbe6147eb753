/** Advance widths of Inter in hundredths of the font size, from space to tilde. */
const regular =
  '28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 63 41 61 62 65 59 62 57 62 62 29 30 66 66 66 51 97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46 32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66'
    .split(' ')
    .map(Number);
const semibold =
  '25 32 52 64 65 100 66 33 37 37 54 67 32 47 32 38 66 42 62 64 67 61 64 58 64 64 32 33 67 67 67 54 100 73 66 74 72 61 59 75 75 28 58 70 57 92 76 77 65 77 65 65 66 74 73 102 72 71 65 37 38 37 48 47 35 57 62 58 62 59 39 63 61 26 26 57 26 90 61 61 62 62 40 55 35 61 59 84 57 59 57 45 36 45 67'
    .split(' ')
    .map(Number);

export type Weight = 'regular' | 'semibold';

/** The width of a text in pixels as Inter sets it; letters outside ASCII count by their base letter, or as wide ones. */
export function textWidth(text: string, size: number, weight: Weight = 'semibold'): number {
  const widths = weight === 'semibold' ? semibold : regular;
  let sum = 0;
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x300 && code <= 0x36f) continue;
    if (code === 0x2019 || code === 0x2018) sum += 30;
    else if (code === 0x201c || code === 0x201d) sum += 50;
    else if (code === 0xa0) sum += widths[0] ?? 28;
    else sum += widths[code - 32] ?? (code >= 0x1100 ? 105 : 68);
  }
  return (sum * size) / 100;
}

function shorten(text: string, width: number, size: number, weight: Weight): string {
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size, weight) > width) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}

/**
 * Breaks a text into lines that fit. `widths` gives the room of each line, so that a line may leave room for a light;
 * there are as many lines as widths. What does not fit ends in an ellipsis; a word longer than a line is cut.
 */
export function wrap(text: string, widths: readonly number[], size: number, weight: Weight = 'semibold'): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let index = 0;
  while (index < words.length && lines.length < widths.length) {
    const room = widths[lines.length] as number;
    let line = words[index] as string;
    index += 1;
    while (index < words.length && textWidth(`${line} ${words[index]}`, size, weight) <= room) {
      line = `${line} ${words[index]}`;
      index += 1;
    }
    const last = lines.length === widths.length - 1;
    if (last && index < words.length) line = shorten(`${line} ${words.slice(index).join(' ')}`, room, size, weight);
    else if (textWidth(line, size, weight) > room) line = shorten(line, room, size, weight);
    lines.push(line);
  }
  return lines;
}

/** A workbook with one sheet: texts and numbers by row. Written by hand, as a zip file without compression. */
export function workbook(rows: readonly (readonly (string | number)[])[], sheet = 'Values'): Buffer {
  const column = (at: number) => String.fromCharCode(65 + at);
  const cell = (value: string | number, row: number, at: number) =>
    value === ''
      ? ''
      : typeof value === 'number'
        ? `<c r="${column(at)}${row}"><v>${value}</v></c>`
        : value.startsWith('#')
          ? `<c r="${column(at)}${row}" t="e"><v>${value}</v></c>`
          : `<c r="${column(at)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const data = rows.map((cells, index) => `<row r="${index + 1}">${cells.map((one, at) => cell(one, index + 1, at)).join('')}</row>`);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationships><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relation('a', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('b', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data.join('')}</sheetData></worksheet>`,
  });
}

function zip(parts: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [name, text] of Object.entries(parts)) {
    const body = Buffer.from(text);
    const head = numbers([20, 2], [0, 2], [0, 2], [0, 4], [crc32(body), 4], [body.length, 4], [body.length, 4], [name.length, 2], [0, 2]);
    const entry = Buffer.concat([numbers([0x04034b50, 4]), head, Buffer.from(name), body]);
    directory.push(numbers([0x02014b50, 4], [20, 2]), head, numbers([0, 2], [0, 2], [0, 2], [0, 4], [place, 4]), Buffer.from(name));
    bodies.push(entry);
    place += entry.length;
  }
  const list = Buffer.concat(directory);
  const count = bodies.length;
  return Buffer.concat([...bodies, list, numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [list.length, 4], [place, 4], [0, 2])]);
}

function numbers(...list: [value: number, bytes: 2 | 4][]): Buffer {
  return Buffer.concat(
    list.map(([value, bytes]) => {
      const out = Buffer.alloc(bytes);
      out.writeUIntLE(value, 0, bytes);
      return out;
    }),
  );
}

function crc32(bytes: Buffer): number {
  let check = 0xffffffff;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit++) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  }
  return (check ^ 0xffffffff) >>> 0;
}

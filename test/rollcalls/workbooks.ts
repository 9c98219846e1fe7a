import { deflateRawSync } from 'node:zlib';

type Part = readonly [name: string, content: string | Buffer];

/** A ZIP archive. */
function zip(parts: readonly Part[]): Buffer {
  const [out, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of parts) {
    const [data, title] = [deflateRawSync(content), Buffer.from(name)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04_03_4b_50, 0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02_01_4b_50, 0);
    for (const [head, from] of [
      [local, 8],
      [entry, 10],
    ] as const) {
      head.writeUInt16LE(8, from);
      head.writeUInt32LE(data.length, from + 10);
      head.writeUInt32LE(Buffer.byteLength(content), from + 14);
      head.writeUInt16LE(title.length, from + 18);
    }
    entry.writeUInt32LE(at, 42);
    central.push(entry, title);
    out.push(local, title, data);
    at += 30 + title.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...out, directory, end]);
}

const schemas = 'http://schemas.openxmlformats.org';
const office = `${schemas}/officeDocument/2006/relationships`;

/** A workbook with one sheet, made by hand to be as bad as it needs to be. */
export function workbookOf(sheet: string | Buffer, more: readonly Part[] = []): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zip([
    [
      '[Content_Types].xml',
      `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ...more,
  ]);
}

/** A sheet of rows, with whatever else stands before them. */
export function sheetOf(rows: string, before = ''): string {
  return `<worksheet xmlns="${schemas}/spreadsheetml/2006/main">${before}<sheetData>${rows}</sheetData></worksheet>`;
}

/** A row of text cells. */
export function rowOf(line: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text, i) => `<c r="${'ABCDEF'[i]}${line}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${line}">${cells.join('')}</row>`;
}

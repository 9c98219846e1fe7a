import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/rollcalls/bytes.ts';
import { readCsv, textOf } from '../../src/rollcalls/csv.ts';
import { scratch } from './support.ts';

const file = scratch();

async function rowsOf(content: string | Buffer, name = 'in.csv'): Promise<string[][]> {
  const rows: string[][] = [];
  await readCsv(await openSource(file(name, content)), (header) => {
    rows.push([...header]);
    return (row) => rows.push(row.map(textOf));
  });
  return rows;
}

/** Rows with fields of about this many bytes, so that a file has several blocks. */
function longFile(rows: number, row: (i: number) => string): string {
  return `a,b,c\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`;
}

describe('reading CSV', () => {
  it('resolves quotation marks, commas and line breaks inside quotation marks', async () => {
    expect(await rowsOf('a,b,c\n1,"x, ""y""\nz",3\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x, "y"\nz', '3'],
    ]);
  });

  it('reads a byte-order mark, CRLF, mixed line ends, empty lines and a last line without end alike', async () => {
    const plain = await rowsOf('a,b,c\n1,2,3\n4,"5",6\n');
    for (const variant of [
      '\uFEFFa,b,c\n1,2,3\n4,"5",6\n',
      'a,b,c\r\n1,2,3\r\n4,"5",6\r\n',
      'a,b,c\r\n1,2,3\n4,"5",6\r\n',
      '\n\na,b,c\n1,2,3\n\n4,"5",6',
      'a,b,c\r\n1,2,3\r\n4,"5",6',
    ]) {
      expect(await rowsOf(variant)).toEqual(plain);
    }
  });

  it('unpacks gzip whatever the name', async () => {
    expect(await rowsOf(gzipSync('a,b\n1,Côte d’Ivoire\n'), 'packed.csv')).toEqual([
      ['a', 'b'],
      ['1', 'Côte d’Ivoire'],
    ]);
  });

  it('keeps rows whole across blocks, quoted line breaks and CRLF included', async () => {
    const text = longFile(
      40_000,
      (i) => `${i},"quoted ""${i}""\r\nsecond line ${'é'.repeat(20)}",x`,
    );
    const rows = await rowsOf(text.replaceAll(/(?<!\r)\n/g, '\r\n'));
    expect(rows).toHaveLength(40_001);
    expect(rows.slice(1).every((row, i) => row.length === 3 && row[0] === String(i))).toBe(true);
    expect(rows.at(-1)?.[1]).toContain('"39999"');
  });

  it('gives back any table that was written by the rules', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '1') });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
        const width = rows[0]?.length ?? 2;
        const header = Array.from({ length: width }, (_, i) => `column ${i}`);
        const quoted = rows.map((row) => row.map((f) => `"${f.replaceAll('"', '""')}"`).join(','));
        const text = [header.join(','), ...quoted, ''].join(end);
        expect(await rowsOf(text)).toEqual([header, ...rows]);
      }),
      { numRuns: 150 },
    );
  });

  const broken: readonly (readonly [string, string | Buffer, RegExp, number | undefined])[] = [
    ['an empty file', '', /is empty/, undefined],
    ['blank lines only', '\n\n', /is empty/, undefined],
    ['a header without rows', 'a,b\n', /no rows/, undefined],
    ['a header that is none', 'nothing\nto see\n', /no header/, 1],
    ['a row that is too short', 'a,b,c\n1,2,3\n4,5\n6,7,8\n', /2 fields, the header has 3/, 3],
    ['a short row before the last', 'a,b,c\n1,2,3\n4\n', /1 fields/, 3],
    ['two short rows that add up', 'a,b,c\n1,2\n3\n4,5,6\n', /2 fields/, 2],
    ['a row that is too long', 'a,b,c\n1,2,3\n4,5,6,7\n', /4 fields/, 3],
    ['a long row with quotation marks', 'a,b,c\n1,"2",3\n4,5,"6",7\n', /4 fields/, 3],
    ['a file cut off in a row', 'a,b,c\n1,2,3\n4,5', /ends in the middle of a row/, 3],
    ['a file cut off in quotation marks', 'a,b,c\n1,2,3\n4,"5', /never closed/, 3],
    ['Latin-1', Buffer.from('a,b\n1,2\nC\xf4te,3\n', 'latin1'), /not UTF-8/, 3],
    ['text after a closing quotation mark', 'a,b\n1,2\n"3" and more,4\n', /after a closing/, 3],
    ['lines that end in carriage returns', 'a,b\r1,2\r', /carriage returns alone/, 1],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), /no UTF-8/, 1],
    ['semicolons', 'a;b\n1;2\n', /no header/, 1],
    ['two columns of one name', 'a,b,a\n1,2,3\n', /two columns are called "a"/, 1],
  ];
  it.each(broken)('refuses %s', async (_, content, message, line) => {
    const error = await rowsOf(content).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UserError', exitCode: 3 });
    expect((error as Error).message).toMatch(message);
    expect((error as { location?: { line: number } }).location?.line).toBe(line);
  });

  it('tells the line of a short row far into a file of several blocks', async () => {
    const text = longFile(60_000, (i) => (i === 50_000 ? '1,2' : `${i},"${'text '.repeat(10)}",x`));
    await expect(rowsOf(text)).rejects.toMatchObject({ location: { line: 50_002 } });
  });

  it('gives up on a quotation mark that is never closed before it has read the whole file', async () => {
    const text = `a,b,c\n1,"2,3\n${'x,y,z\n'.repeat(2_000_000)}`;
    await expect(rowsOf(text)).rejects.toThrow(/never closed/);
  });

  it.each([
    ['a truncated gzip file', gzipSync('a,b\n1,2\n').subarray(0, -10), /truncated/],
    ['a ZIP archive', Buffer.from('PK\x03\x04....'), /ZIP/],
    ['UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), /UTF-16/],
  ])('refuses %s', async (_, content, message) => {
    const error = await rowsOf(content).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UserError', exitCode: 3 });
    expect((error as Error).message).toMatch(message);
  });

  it('refuses what is not there, and a directory', async () => {
    await expect(openSource(file('nothing.csv'))).rejects.toMatchObject({ exitCode: 3 });
    await expect(openSource(file('.'))).rejects.toMatchObject({ exitCode: 3 });
  });
});

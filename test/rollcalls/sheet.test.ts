import { utils, write } from '@e965/xlsx';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ImportOptions, importRecord } from '../../src/rollcalls/import/run.ts';
import type { SheetOptions } from '../../src/rollcalls/import/sheet.ts';
import { scratch, testAtlas } from './support.ts';
import { rowOf, sheetOf, workbookOf } from './workbooks.ts';

const file = scratch();
let count = 0;

type Asked = SheetOptions & Partial<Omit<ImportOptions, 'sheet'>>;

async function imported(content: string | Buffer, asked: Asked = {}, ending = 'csv') {
  const { sheet, separator, ...options } = asked;
  return importRecord({
    file: file(`in-${count++}.${ending}`, content),
    id: 'test',
    atlas: testAtlas(),
    sheet: { sheet, separator },
    ...options,
  });
}

/** Dates of the issues, wherever they were written. */
async function datesOf(content: string | Buffer, asked: Asked = {}, ending = 'csv') {
  const { catalog, record } = await imported(content, asked, ending);
  if (record)
    return record[1]
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2]);
  const { issues } = parse(catalog) as { issues: { date: string }[] };
  return issues.map(({ date }) => date);
}

const table = (dates: readonly string[], separator = ',') =>
  [
    ['issue', 'country', 'position', 'date'],
    ...dates.flatMap((date, i) => [
      [`i${i}`, 'USA', 'yes', date],
      [`i${i}`, 'GBR', 'no', date],
    ]),
  ]
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(separator))
    .join('\n');

describe('the dates of a table', () => {
  it.each([
    [
      'day first, by one that can be nothing else',
      ['31/12/2020', '01/02/2021'],
      ['2020-12-31', '2021-02-01'],
    ],
    [
      'month first, by one that can be nothing else',
      ['12/31/2020', '02/01/2021'],
      ['2020-12-31', '2021-02-01'],
    ],
    ['day and month alike', ['05/05/2020'], ['2020-05-05']],
    ['points', ['31.12.2020', '1.2.2021'], ['2020-12-31', '2021-02-01']],
    ['slashes with the year first', ['2020/2/1'], ['2020-02-01']],
    ['digits alone', ['20200201'], ['2020-02-01']],
    ['serial numbers of a spreadsheet', ['43831', '43832.5'], ['2020-01-01', '2020-01-02']],
    [
      'words',
      ['15jun2020', 'July 4, 2020', '5 August 2020'],
      ['2020-06-15', '2020-07-04', '2020-08-05'],
    ],
    ['years', ['2019', '2020'], ['2019', '2020']],
    ['months', ['2020-06', '2020m7', '08/2020'], ['2020-06', '2020-07', '2020-08']],
    ['times of day', ['2020-02-01T12:00:00'], ['2020-02-01']],
  ] as const)('may be written with %s', async (_, dates, read) => {
    expect(await datesOf(table(dates))).toEqual(read);
  });

  it.each([
    [
      'days and months that could change places',
      ['01/02/2020'],
      /day 1 of month 2, or day 2 of month 1/,
      'dmy',
    ],
    ['both orders', ['31/12/2020', '12/31/2020'], /month first.*the day/, 'mdy'],
    ['numbers that a spreadsheet or Stata counted', ['21915'], /1959-12-31.*2020-01-01/, 'stata'],
  ] as const)('with %s are refused, both readings said', async (_, dates, message, option) => {
    await expect(imported(table(dates))).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(message) as string,
      location: { line: option === 'mdy' ? 4 : 2 },
      hint: expect.stringContaining(`--date-format ${option}`) as string,
    });
  });

  it('are read as they are said to be', async () => {
    expect(await datesOf(table(['01/02/2020']), { dateFormat: 'dmy' })).toEqual(['2020-02-01']);
    expect(await datesOf(table(['01/02/2020']), { dateFormat: 'mdy' })).toEqual(['2020-01-02']);
    expect(await datesOf(table(['21915']), { dateFormat: 'excel' })).toEqual(['1959-12-31']);
    expect(await datesOf(table(['21915']), { dateFormat: 'stata' })).toEqual(['2020-01-01']);
  });

  it('may be one for all, and only where there is no column', async () => {
    const undated = 'issue,country,position\na,USA,yes\na,GBR,no\n';
    expect(await datesOf(undated, { dated: '2024' })).toEqual(['2024']);
    expect(await datesOf(undated, { dated: '2024-05-06' })).toEqual(['2024-05-06']);
    await expect(imported(undated)).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('--dated 2024') as string,
    });
    await expect(imported(table(['2020']), { dated: '2024' })).rejects.toThrow(
      /has a column "date"/,
    );
  });
});

describe('the shape of a table', () => {
  it.each([';', '\t'])('is told from its first line: %j', async (separator) => {
    expect(await datesOf(table(['2020-01-02'], separator))).toEqual(['2020-01-02']);
    expect(await datesOf(gzipSync(table(['2020-01-02'], separator)))).toEqual(['2020-01-02']);
  });

  it('may be said in its first line', async () => {
    expect(await datesOf(`sep=;\r\n${table(['2020-01-02'], ';')}`)).toEqual(['2020-01-02']);
  });

  it('is refused where two separators would do, and read by the one asked for', async () => {
    const text = 'issue;country;position;date,note;a,b,c\nA;USA;yes;2020-01-01,1;2,3,4\n';
    await expect(imported(text)).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('--separator') as string,
    });
    await expect(imported(text, { separator: 'semicolon' })).rejects.toThrow(/no layout has/);
  });

  it('is of other layouts too', async () => {
    const library =
      'undl_id;ms_code;ms_name;ms_vote;date;session;resolution;title;subjects;total_yes;total_no;total_abstentions;total_non_voting\n9;USA;UNITED STATES;Y;2019-12-18;74;A/RES/74/168;Crimea, rights;;1;0;0;0\n';
    const { summary } = await imported(library, { format: 'un-library' });
    expect(summary.votes).toBe(1);
  });

  it('has lines that messages name, whatever was left out before them', async () => {
    const text = `${table(['2020-01-02'], ';')}\n;;;\n\nTotal;;2;\nb;USA;yes;nonsense\n`;
    await expect(imported(text)).rejects.toMatchObject({ location: { line: 7 } });
  });

  it('has rows that are empty or sum others up, which are counted', async () => {
    const { summary } = await imported(`${table(['2020-01-02'])}\n,,,\nTotal,,2,\n`);
    expect(summary.skipped.map(({ code, count: n }) => [code, n])).toEqual([
      ['empty-row', 1],
      ['total-row', 1],
    ]);
    expect(summary.votes).toBe(2);
  });

  it('has decimal commas, unless they may be of thousands', async () => {
    const weighed = (weight: string) =>
      `issue;country;position;date;weight\na;USA;yes;2020;${weight}\na;GBR;no;2020;${weight}\n`;
    const weightOf = async (text: string) =>
      (parse((await imported(text)).catalog) as { issues: { weight: number }[] }).issues[0]!.weight;
    expect(await weightOf(weighed('1,5'))).toBe(1.5);
    expect(await weightOf(weighed('0,125'))).toBe(0.125);
    await expect(weightOf(weighed('1,500'))).rejects.toMatchObject({
      exitCode: 3,
      location: { line: 2 },
      hint: 'write 1.500 or 1500',
    });
  });
});

describe('a file of another program', () => {
  it.each([
    ['R, a workspace', gzipSync('RDX3\nX\n'), /RData/],
    ['R, an object', gzipSync('X\n\0\0\0\u0003'), /rds/],
    ['Stata', Buffer.from('<stata_dta><header>'), /Stata/],
    ['SPSS', Buffer.from('$FL2@(#)'), /SPSS/],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xls/],
    ['Parquet', Buffer.from('PAR1....'), /Parquet/],
    ['scores of dyads', 'ccode1,ccode2,year,agree\n2,200,1946,0.5\n', /holds scores \(agree\)/],
    ['ideal points', 'ccode,session,IdealPointAll\n2,1,1.7\n', /holds scores \(IdealPointAll\)/],
  ] as const)('is refused for what it is: %s', async (_, content, message) => {
    await expect(imported(content)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(message) as string,
    });
  });
});

const rows = [
  ['issue', 'country', 'position', 'date'],
  ['a', 'USA', 'yes', '2020-01-02'],
  ['a', 'GBR', 'no', '2020-01-02'],
].map((row, i) => rowOf(i + 1, row));
const good = rows.join('');

function bookOf(sheets: Readonly<Record<string, unknown[][]>>): Buffer {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { UTC: true }), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

describe('a workbook', () => {
  const cells = [
    ['issue', 'country', 'position', 'date'],
    ['a', 'USA', 'yes', new Date(Date.UTC(2020, 0, 2))],
    [],
    ['a', 'GBR', 'no', new Date(Date.UTC(2020, 0, 2))],
  ];

  it('is read with its dates', async () => {
    expect(await datesOf(bookOf({ Data: cells }), {}, 'xlsx')).toEqual(['2020-01-02']);
  });

  it('is refused if several sheets have cells, and read by the one asked for', async () => {
    const book = bookOf({ Data: cells, Notes: [['read me']] });
    await expect(imported(book, {}, 'xlsx')).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/several sheets: "Data", "Notes"/) as string,
      hint: expect.stringContaining('--sheet') as string,
    });
    expect(await datesOf(book, { sheet: 'data' }, 'xlsx')).toEqual(['2020-01-02']);
    await expect(imported(book, { sheet: 'x' }, 'xlsx')).rejects.toThrow(/no sheet "x"/);
  });

  it('is refused with a date that is none, and its cell', async () => {
    const sheet = utils.aoa_to_sheet([
      ['issue', 'country', 'position', 'date'],
      ['a', 'USA', 'yes'],
    ]);
    sheet['D2'] = { t: 'n', v: -5, z: 'yyyy-mm-dd' };
    sheet['!ref'] = 'A1:D2';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'One');
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    await expect(imported(bytes, {}, 'xlsx')).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/cell D2 .* -5 is none/) as string,
    });
  });

  it('is read however large it says it is', async () => {
    const book = workbookOf(sheetOf(good, '<dimension ref="A1:XFD1048576"/>'));
    expect(await datesOf(book, {}, 'xlsx')).toEqual(['2020-01-02']);
  });

  const formula = good.replace(
    '<c r="C2" t="inlineStr"><is><t>yes</t></is></c>',
    '<c r="C2" t="str"><f>"y"&amp;"es"</f><v>yes</v></c>',
  );
  const far = Array.from(
    { length: 1000 },
    (_, i) => `<row r="${i + 4}"><c r="XFD${i + 4}"><v>1</v></c></row>`,
  );
  it.each([
    ['unpacks to more than it may', workbookOf(Buffer.alloc(80e6, 'a')), /holds more/],
    ['has too many cells', workbookOf(sheetOf('<c/>'.repeat(800_000))), /holds more/],
    ['has cells far away', workbookOf(sheetOf(good + far.join(''))), /16384 cells/],
    ['has formulas', workbookOf(sheetOf(formula)), /C2 .*formula/],
    [
      'has links',
      workbookOf(sheetOf(good), [['xl/externalLinks/externalLink1.xml', '<a/>']]),
      /reaches outside/,
    ],
    ['has a program', workbookOf(sheetOf(good), [['xl/vbaProject.bin', 'x']]), /program/],
    ['declares entities', workbookOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), /damaged/],
    ['is cut off', workbookOf(sheetOf(good)).subarray(0, 900), /damaged/],
    ['is none', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(900, 7)]), /damaged/],
  ] as const)('is refused in no time if it %s', async (_, book, message) => {
    const begun = performance.now();
    await expect(imported(book, {}, 'xlsx')).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(message) as string,
    });
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/render/kit/csv.ts';
import { hostileFolder, hostileTexts } from './hostile.ts';
import { runHere } from './invocations.ts';

const csvOf = (...cells: readonly (string | number | null)[]) =>
  toCsv<typeof cells>(
    Object.fromEntries(cells.map((_, i) => [`c${i}`, (row) => row[i] ?? null])),
    [cells],
    { bom: false },
  );

const read = (csv: string): string[] => parse(csv)[1] ?? [];

describe('CSV', () => {
  it('has a header, ends every line as RFC 4180 asks, and quotes what needs it', () => {
    expect(csvOf('x, "y"', 1)).toBe('c0,c1\r\n"x, ""y""",1\r\n');
  });

  it('quotes a line break, whichever ends the rows', () => {
    expect(csvOf('x\ny', 1)).toBe('c0,c1\r\n"x\ny",1\r\n');
  });

  it('begins with a byte-order mark on request', () => {
    expect(toCsv({ ä: () => null }, [], { bom: true })).toBe('\uFEFFä\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps a spreadsheet from running the text %j',
    (text) => {
      expect(read(csvOf(text))).toEqual([`'${text}`]);
    },
  );

  it('leaves numbers alone, negative, tiny and in full', () => {
    expect(csvOf(-0.5, 0.1 + 0.2, 1e-7, -1e21, 0)).toBe(
      'c0,c1,c2,c3,c4\r\n-0.5,0.30000000000000004,1e-7,-1e+21,0\r\n',
    );
  });

  it('leaves what is undefined empty', () => {
    expect(csvOf('x', null, 'y')).toBe('c0,c1,c2\r\nx,,y\r\n');
  });

  it('lets no control character through to a terminal, and keeps line ends', () => {
    expect(read(csvOf('\u001b[31mred\u009b2J', 'a\nb'))).toEqual(['␛[31mred�2J', 'a\nb']);
  });

  it('is read back as it was written, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (texts) => {
        const kept = texts.map((text) =>
          // oxlint-disable-next-line no-control-regex
          text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ''),
        );
        // An apostrophe that was there before looks like one that was put there, and is not doubled.
        const guarded = kept.map((text) => (/^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text));
        expect(read(csvOf(...kept))).toEqual(guarded);
      }),
      { examples: [[["'+", '', '']]] },
    );
  });
});

const office = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
if (office === undefined)
  process.stderr.write('LibreOffice is not installed: its reading of CSV is untested\n');

it.skipIf(office === undefined)(
  'LibreOffice reads text as text and numbers as numbers',
  async () => {
    const folder = hostileFolder();
    const { out } = await runHere(
      ['score', 'china', 'russia', '-c', 'hostile.yaml', '-f', 'csv', '--bom'],
      folder,
    );
    const place = mkdtempSync(join(tmpdir(), 'align-office-'));
    writeFileSync(join(place, 'score.csv'), out);
    execFileSync(
      office ?? '',
      ['--headless', '--convert-to', 'fods', '--outdir', place, join(place, 'score.csv')],
      { env: { ...process.env, HOME: place }, stdio: 'ignore', timeout: 50_000 },
    );
    const sheet = readFileSync(join(place, 'score.fods'), 'utf8');
    expect(sheet).not.toContain('table:formula');
    expect(sheet.match(/office:value-type="float"/g)?.length).toBeGreaterThan(hostileTexts.length);
    expect(sheet).toContain('right to left');
  },
);

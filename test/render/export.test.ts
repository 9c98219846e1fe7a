import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import { scratch } from '../rollcalls/support.ts';
import { runHere } from './invocations.ts';

const file = scratch();
const names = ['positions', 'issues', 'interactions', 'sources'] as const;
const ask = (what: string, ...rest: string[]) =>
  runHere(['export', what, '-c', 'eurasia-2020', ...rest], file('.'));

describe.each(names)('the table of %s', (what) => {
  it('has the same cells as CSV, JSON and a workbook', async () => {
    const csv: Record<string, string>[] = parse((await ask(what)).out, { columns: true });
    const json = resultSchema.parse(JSON.parse((await ask(what, '-f', 'json')).out)) as unknown as {
      rows: Record<string, string | number>[];
    };
    const book = file(`${what}.xlsx`);
    await ask(what, '-o', book);
    const { SheetNames, Sheets } = read(readFileSync(book));
    const rows = utils.sheet_to_json<Record<string, string | number>>(Sheets[what]!);
    const filled = csv.map((row) => {
      const cells = Object.entries(row).filter(([, text]) => text !== '');
      // What keeps a spreadsheet from running a cell is of CSV alone.
      return Object.fromEntries(
        cells.map(([name, text]) => [name, text.replace(/^'(?=[=+@-])/, '')]),
      );
    });
    const asText = (list: readonly Record<string, string | number>[]) =>
      list.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)])),
      );
    expect(SheetNames).toEqual([what]);
    expect(asText(json.rows)).toEqual(filled);
    expect(asText(rows)).toEqual(filled);
    expect(filled.length).toBeGreaterThan(20);
  });
});

describe('align export', () => {
  it('takes the part that is asked for', async () => {
    const { out } = await ask('positions', '--issue', 'ladakh-2020', '--min-confidence', 'high');
    const rows: { issue: string; confidence: string }[] = parse(out, { columns: true });
    expect(new Set(rows.map(({ issue }) => issue))).toEqual(new Set(['ladakh-2020']));
    expect(new Set(rows.map(({ confidence }) => confidence))).toEqual(new Set(['', 'high']));
  });

  it('knows what there is', async () => {
    const { code, err } = await ask('position');
    expect([code, err]).toEqual([2, expect.stringMatching(/no table of "position".*positions/s)]);
  });

  it('shows no workbook on a terminal', async () => {
    let said = '';
    const stream = { write: (text: string) => (said += text), isTTY: true, columns: 80 };
    const io = { stdout: stream, stderr: stream, env: {}, cwd: file('.') };
    expect(await run(['export', 'positions', '-f', 'xlsx'], io)).toBe(2);
    expect(said).toMatch(/nothing to read on a terminal/);
  });

  it('is the only command that writes workbooks', async () => {
    const { code, err } = await runHere(['list', 'issues', '-o', 'a.xlsx'], file('.'));
    expect([code, err]).toEqual([2, expect.stringMatching(/writes no \.xlsx/)]);
  });
});

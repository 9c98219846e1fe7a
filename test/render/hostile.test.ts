import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { hostileFolder, hostileTexts } from './hostile.ts';
import { type Invocation, invocations, runHere } from './invocations.ts';
import { tablesOf } from './markdown-tables.ts';
import { parseXml } from './xml.ts';

const folder = hostileFolder();

const answer = async ({ argv }: Invocation) => {
  const ran = await runHere(argv, folder, { COLUMNS: '100' });
  expect([0, 1], ran.err).toContain(ran.code);
  return ran.out;
};

/** Answers with the title of every issue or source. */
const holdAllTexts = /^(?:score china russia|list issues|cite) --catalog/;

const offering = (...formats: string[]) =>
  invocations()
    .filter(({ format }) => formats.includes(format))
    .map((invocation) => [invocation.command, invocation] as const);

// oxlint-disable-next-line no-control-regex
const commandsToTerminals = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
const disguises = /[\u202a-\u202e\u2066-\u2069]/;

describe('text of a catalog is text', () => {
  it.each(
    invocations()
      .filter(({ format }) => format !== 'xlsx')
      .map((invocation) => [invocation.argv.join(' '), invocation] as const),
  )('in %s, for the terminal it is printed on', async (_, invocation) => {
    const text = (await answer(invocation)).replaceAll(/[\t\r]/g, '');
    expect(text).not.toMatch(commandsToTerminals);
    if (invocation.format !== 'csv') expect(text).not.toMatch(disguises);
  });

  // What comes with the package is known to be harmless, and passed through as it is.
  it('beside a bundled catalog, and in the name of a file with the content of one', async () => {
    const name = '\u001b[31m.yaml';
    const bundled = new URL('../../data/catalogs/un-security-council.yaml', import.meta.url);
    copyFileSync(bundled, join(folder, name));
    for (const command of ['score', 'explain']) {
      for (const catalogs of [['eurasia-2020', 'hostile.yaml'], [name]]) {
        const argv = [command, 'china', 'russia', '--full', '--catalog', ...catalogs];
        const { code, out, err } = await runHere(argv, folder);
        expect([code, err]).toEqual([0, '']);
        if (command === 'score') expect(out).toContain('31m');
        expect(out).not.toMatch(commandsToTerminals);
      }
    }
  });

  it('in options that are asked of bundled catalogs', async () => {
    const weights = '\u001b[31m.json';
    writeFileSync(join(folder, weights), '{"issues": {"ladakh-2020": 2}}');
    const asked = [
      [0, ['--weights', weights]],
      [4, ['--resolution', '\u001b[31m\u009b2J']],
    ] as const;
    for (const command of ['score', 'explain'])
      for (const format of ['table', 'markdown'])
        for (const [expected, options] of asked) {
          const argv = [command, 'china', 'russia', ...options, '--format', format];
          const { code, out, err } = await runHere(argv, folder);
          expect(code).toBe(expected);
          expect(out + err).not.toMatch(commandsToTerminals);
        }
  });

  it('in a policy on a bundled catalog', async () => {
    const { code, out } = await runHere(['check', 'policy-on-bundled.yaml'], folder);
    expect(code).toBe(1);
    expect(out).not.toMatch(commandsToTerminals);
    expect(out).not.toMatch(disguises);
  });

  it('in findings, which quote the line they are about', async () => {
    const { code, err } = await runHere(
      ['score', '\u001b[31mchina', 'russia', '-c', 'hostile.yaml', '--topic', '\u009b2J'],
      folder,
    );
    expect(code).toBe(2);
    expect(err).not.toMatch(commandsToTerminals);
  });

  it.each(offering('table', 'text'))(
    'in the table of %s, within the width',
    async (_, invocation) => {
      const lines = (await answer(invocation)).split('\n');
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(100);
    },
  );

  it.each(offering('markdown'))('in the Markdown of %s', async (_, invocation) => {
    const text = await answer(invocation);
    for (const { width, rows } of tablesOf(text))
      for (const row of rows) expect(row).toHaveLength(width);
    expect(text.replaceAll(/<\/?sub>|<https:[^<>\s]*>/g, '')).not.toMatch(/<[a-z/!]/i);
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(text).not.toMatch(/@mention|#12/);
    expect(text).not.toMatch(/^\W*::error|^## heading/m);
  });

  it.each(offering('csv'))(
    'in the CSV of %s, where no cell is a formula',
    async (_, invocation) => {
      const rows: string[][] = parseCsv(await answer(invocation));
      for (const cell of rows.flat())
        if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    },
  );

  it.each(offering('json', 'csl-json'))(
    'in the JSON of %s, which keeps it as it is',
    async (_, invocation) => {
      const text = await answer(invocation);
      const strings = new Set<string>();
      JSON.parse(text, (_key, value: unknown) => {
        if (typeof value === 'string') strings.add(value);
        return value;
      });
      if (holdAllTexts.test(invocation.argv.join(' ')))
        expect(
          hostileTexts.map((each) => each.trim()).filter((each) => !strings.has(each)),
        ).toEqual([]);
    },
  );

  it.each(offering('junit'))('in the JUnit report of %s', async (_, invocation) => {
    const cases = parseXml(await answer(invocation)).filter(({ name }) => name === 'testcase');
    expect(cases).toHaveLength(hostileTexts.length + 4);
  });

  it.each(offering('github'))('in the annotations of %s', async (_, invocation) => {
    const lines = (await answer(invocation)).split('\n');
    for (const line of lines.filter((each) => each.includes('::')))
      expect(line).toMatch(
        /^::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^:,]+::[^\r]/,
      );
  });

  it.each(offering('html', 'svg'))('in the page of %s', async (_, invocation) => {
    const text = await answer(invocation);
    // Scripts and handlers would have to be elements: what stands in a quoted attribute is none.
    const elements = text.replaceAll(/"[^"<]*"/g, '""');
    expect(elements).not.toContain('<script>alert');
    expect(elements).not.toContain('<img');
    expect(elements).not.toContain('onerror=alert(1)>');
  });
});

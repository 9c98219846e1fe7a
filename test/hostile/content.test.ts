import { parse as parseCsv } from 'csv-parse/sync';
import { inferSchema, initParser } from 'udsv';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { hostileTexts } from '../render/hostile.ts';
import { ask, catalogOf, issueLine, times } from './inputs.ts';

describe('names that every object has', () => {
  const together = ', coordination: [{between: [china, russia], depth: joint}]';

  test.each(['constructor', 'hasOwnProperty', 'toString', '__proto__'])(
    '%s is no scale, no stance, no topic and no country',
    async (name) => {
      for (const [from, to] of [
        ['title: I', `title: I, scale: ${name}${together}`],
        ['support', name],
        ['topic: t', `topic: ${name}`],
        ['china', name],
        ['[s]', `[${name}]`],
      ] as const) {
        const catalog = catalogOf([issueLine(0).replace(from, to)]);
        const { code, out, err } = await ask(['validate', 'c.yaml'], { 'c.yaml': catalog });
        expect([code, err]).toEqual([1, '']);
        expect(out).toContain(name);
      }
    },
  );

  test.each(['constructor', 'toString', '__proto__'])(
    '%s in a table that is imported is text like any other',
    async (name) => {
      const header = ['issue', 'date', 'body', 'country', 'position', 'title', 'topic'];
      const row = ['1', '2020-01-01', 'UNGA', 'china', 'yes', 'Two', 'War'];
      for (const [column] of header.entries()) {
        const odd = row.with(column, name);
        const other = row.with(3, 'usa');
        for (const rows of [
          [header, row, other, odd],
          [header.with(column, name), row, other],
          [
            [...header, name],
            [...row, 'x'],
            [...other, 'y'],
          ],
        ]) {
          const files = { 'table.csv': rows.map((cells) => cells.join(',')).join('\n') };
          const argv = ['import', 'table', 'table.csv', '-o', 'out'];
          const { code, out, err } = await ask(argv, files);
          expect([0, 2, 3], err).toContain(code);
          expect(out + err).not.toMatch(/native code|undefined|bug/);
        }
      }
    },
  );

  test('a key that would be lost is refused', async () => {
    for (const catalog of [
      catalogOf([issueLine(0).replace('china', '__proto__')]),
      catalogOf([issueLine(0)], 'scales: {__proto__: [a, b]}\n'),
      catalogOf([issueLine(0)], '__proto__: {x: 1}\n'),
    ]) {
      const { code, out } = await ask(['validate', 'c.yaml'], { 'c.yaml': catalog });
      expect(code).toBe(1);
      expect(out).toContain('[yaml-bad-key]');
    }
  });

  test('a topic, a scale and a source may be called constructor', async () => {
    const catalog = catalogOf([issueLine(0, ', scale: constructor')])
      .replace('{t: T}', '{constructor: T}')
      .replace('topic: t', 'topic: constructor')
      .replace('{s: {title: S}}', '{constructor: {title: S}}')
      .replace('[s]', '[constructor]')
      .replace('issues:', 'scales: {constructor: [oppose, support]}\nissues:');
    const files = { 'c.yaml': catalog };
    for (const argv of [
      ['score', 'china', 'russia'],
      ['explain', 'china', 'russia'],
      ['list', 'topics'],
    ])
      for (const format of ['table', 'json', 'csv']) {
        const { code, out } = await ask([...argv, '-c', 'c.yaml', '-f', format], files);
        expect(code).toBe(0);
        expect(out).not.toMatch(/native code|undefined/);
      }
  });

  test.each(['constructor', '__proto__'])('%s has no weight', async (name) => {
    const catalog = catalogOf([issueLine(0)]);
    for (const [file, content] of [
      ['w.yaml', `topics: {${name}: 2}`],
      ['w.yaml', `issues: {${name}: 2, i0: 1}`],
      ['w.csv', `topic,weight\n${name},2\nt,2\n`],
      ['w.csv', `issue,weight\n${name},2\ni0,2\n`],
    ] as const) {
      const { code, err } = await ask(
        ['score', 'china', 'russia', '-c', 'c.yaml', '--weights', file],
        { 'c.yaml': catalog, [file]: content },
      );
      expect([2, 3]).toContain(code);
      expect(err).not.toContain('bug');
    }
  });

  test.each([
    ['score', 'constructor', '__proto__'],
    ['list', 'constructor'],
    ['show', '__proto__'],
    ['score', 'china', 'russia', '-m', 'constructor'],
    ['score', 'china', 'russia', '-t', '__proto__'],
    ['score', 'china', 'russia', '--convention', 'constructor'],
    ['rank', 'toString'],
    ['schema', 'constructor'],
    ['constructor'],
  ])('%s %s is refused', async (...argv) => {
    const { code, out, err } = await ask(argv, {});
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toContain('bug');
  });
});

describe('weights', () => {
  const issues = (weight: string) => times(6, (i) => issueLine(i, `, weight: ${weight}`));

  test.each(['1e308', '1.0000001e6', '5e-324', '9e-7', '0', '-1', '.inf', '.nan'])(
    '%s is refused, in a catalog and in a file of weights',
    async (weight) => {
      const { code, out } = await ask(['validate', 'c.yaml'], {
        'c.yaml': catalogOf(issues(weight)),
      });
      expect(code).toBe(1);
      expect(out.match(/"weight" must be [^\n]* \[shape\]/g)).toHaveLength(6);
      const number = weight.replace(/^\./, '');
      for (const [file, content] of [
        ['w.yaml', `issues: {i0: ${weight}}`],
        ['w.csv', `issue,weight\ni0,${number}\n`],
      ] as const) {
        const weighed = await ask(['score', 'china', 'russia', '-c', 'c.yaml', '--weights', file], {
          'c.yaml': catalogOf(issues('1')),
          [file]: content,
        });
        expect(weighed.code).toBe(3);
        expect(weighed.err).toContain('"i0" ');
        expect(weighed.out).toBe('');
      }
    },
  );

  test('within their bounds give numbers that sum, whatever multiplies them', async () => {
    const lines = times(12, (i) => issueLine(i, `, weight: ${i % 2 === 0 ? '1e-6' : '1e6'}`));
    const { code, out } = await ask(
      [
        'score',
        'china',
        'russia',
        '-c',
        'c.yaml',
        '--weights',
        'w.yaml',
        '--salience',
        'product',
        '-f',
        'json',
      ],
      { 'c.yaml': catalogOf(lines), 'w.yaml': 'topics: {t: 1e6}\nissues: {i3: 1e-6}' },
    );
    expect(code).toBe(0);
    expect(out).not.toMatch(/NaN|Infinity/);
    const score = JSON.parse(out) as {
      alignment: { value: number };
      issues: { contribution: number }[];
    };
    const sum = score.issues.reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.abs(sum - score.alignment.value)).toBeLessThan(1e-9);
  });
});

describe('text that looks like a command to what runs a job', () => {
  const command =
    /^[^\S\n]*::(?!(?:error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^:,]+::)|##(?:vso)?\[/m;
  const texts = [
    '::error::pwned',
    '  ::set-env name=x::y',
    '##[group]pwned',
    '##vso[task.x]',
    'x\n::stop-commands::y',
  ];
  const catalog = stringify({
    catalog: 'x',
    title: texts[0],
    topics: Object.fromEntries(texts.map((title, i) => [`t${i}`, title])),
    issues: texts.map((title, i) => ({
      id: `i${i}`,
      title,
      topic: `t${i}`,
      date: '2020',
      positions: { china: { stance: 'support', note: title }, russia: 'oppose' },
    })),
  });
  const policy = (title: string) =>
    stringify({
      title,
      catalogs: ['c.yaml'],
      assertions: [{ id: 'a', between: ['china', 'russia'], atLeast: 1, message: title }],
    });

  test.each(texts)('%j is none in any table, list or annotation', async (text) => {
    const files = {
      'c.yaml': catalog,
      'p.yaml': policy(text),
      '::error::.yaml': `::error::x: 1\n${text}\n`,
    };
    for (const argv of [
      ...['table', 'github', 'markdown'].map((format) => ['check', 'p.yaml', '-f', format]),
      ...[
        'score china russia',
        'score china russia --full',
        'explain china russia',
        'list issues',
        'list topics',
        'list catalogs',
        'show i0',
        'show i4',
      ].map((words) => [...words.split(' '), '-c', 'c.yaml']),
      ...['table', 'github', 'markdown'].map((format) => [
        'validate',
        '::error::.yaml',
        '-f',
        format,
      ]),
      ['score', 'china', 'russia', '-c', '::error::.yaml'],
      ['score', 'china', `x\n${text}`],
      ['score', 'china', 'russia', '-t', `x\n${text}`],
    ]) {
      const { out, err } = await ask(argv, files);
      expect(out).not.toMatch(command);
      expect(err).not.toMatch(command);
    }
  });
});

describe('CSV of every kind of text', () => {
  const texts = [
    ...hostileTexts,
    'two\nlines',
    'two\r\nlines',
    'old\rline',
    'end\n\nof',
    '"',
    '""',
    ',',
    '",\n"',
    "'",
    "'=1",
    '\u2028',
    '＝1',
  ].map((text) => `${text}.`);
  const catalog = stringify({
    catalog: 'x',
    title: 'two\nlines',
    topics: Object.fromEntries(texts.map((title, i) => [`t${i}`, title])),
    sources: Object.fromEntries(texts.map((title, i) => [`s${i}`, { title, note: title }])),
    issues: texts.map((title, i) => ({
      id: `i${i}`,
      title,
      topic: `t${i}`,
      date: '2020',
      sources: [`s${i}`],
      positions: { china: 'support', russia: 'oppose', india: 'neutral' },
    })),
  });
  // What is left of a text once nothing in it can be obeyed.
  const bare = (text: string) =>
    // oxlint-disable-next-line no-control-regex
    text.replaceAll(/[\s\u0000-\u001f\u007f-\u009f\u2400-\u2426\ufffd]/g, '').replace(/^'/, '');

  test.each([
    ['score china russia', 'title'],
    ['score china russia india', undefined],
    ['explain china russia', 'title'],
    ['matrix', undefined],
    ['rank china', undefined],
    ['list issues', 'title'],
    ['list topics', 'title'],
    ['list sources', 'title'],
    ['list catalogs', 'title'],
  ])('%s is read back by other programs', async (words, column) => {
    const argv = [...words.split(' '), '-c', 'c.yaml', '-f', 'csv'];
    const { code, out, err } = await ask(argv, { 'c.yaml': catalog });
    expect([code, err]).toEqual([0, '']);
    const rows: string[][] = parseCsv(out);
    const alike: string[][] = initParser(
      inferSchema(out, { header: () => [], col: ',', row: '\r\n', encl: '"' }),
    ).stringArrs(out);
    expect(alike).toEqual(rows);
    if (column === undefined || words === 'list catalogs') return;
    const [header = [], ...body] = rows;
    const titles = body.map((row) => bare(row[header.indexOf(column)] ?? ''));
    expect(titles.sort()).toEqual(texts.map((text) => bare(text.trim())).sort());
  });
});

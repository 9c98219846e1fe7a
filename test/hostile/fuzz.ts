import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellObject, utils, write } from '@e965/xlsx';
import { parse as parseCsv } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import { definitions } from '../../src/cli/definitions/index.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import { yamlScraps } from '../catalog/yaml-scraps.ts';
import { hostileTexts } from '../render/hostile.ts';
import { type Ran, runHere } from '../render/invocations.ts';

/** One run of the program: its arguments, and the files that are not as they should be. */
export interface Case {
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string | Buffer>>;
}

const sane = {
  catalog: 'sane',
  title: 'Sane',
  sources: { paper: { title: 'A paper' } },
  topics: { war: 'War', trade: 'Trade' },
  groups: { three: ['china', 'russia', 'india'] },
  issues: [0, 1, 2, 3, 4, 5].map((i) => ({
    id: `issue-${i}`,
    title: `Issue ${i}`,
    topic: i % 2 === 0 ? 'war' : 'trade',
    date: `201${i}-03-01`,
    sources: ['paper'],
    ...(i === 5
      ? { votes: { yes: ['china', 'russia'], no: ['usa'], absent: ['india'] } }
      : {
          weight: i + 1,
          positions: {
            china: 'support',
            russia: { stance: i % 3 === 0 ? 'oppose' : 'support', salience: 'high' },
            india: 'neutral',
          },
          coordination: [{ between: ['china', 'russia'], depth: 'joint' }],
        }),
  })),
  interactions: [
    { id: 'drill', title: 'A drill', date: 2020, between: ['china', 'russia'], cameo: '062' },
  ],
};
const record = {
  catalog: 'record',
  title: 'Record',
  rollCalls: [{ id: 'un', body: 'UNGA', file: 'un.csv' }],
};
const rollCalls =
  'resolution,date,session,title,subjects,total_yes,total_no,CHN,RUS,IND,USA\nA/RES/74/1,2019-12-18,74,One,War,3,1,Y,Y,Y,N\nA/RES/74/2,2019-12-19,74,Two,War|Trade,2,1,Y,A,X,N\nA/RES/75/2,2020-12-19,75,Two,War,2,1,Y,Y,,N\n';
const table =
  'issue,date,country,position,title,topic\n1,2020-01-01,china,yes,One,War\n1,2020-01-01,russia,no,One,War\n2,2020-02-01,china,abstain,Two,War\n2,2020-02-01,usa,absent,Two,War\n';
const voeten =
  'rcid,ccode,vote,session,date,unres,Country,Countryname\n1,710,1,74,2019-12-18,R/74/1,CHN,China\n1,365,3,74,2019-12-18,R/74/1,RUS,Russia\n2,2,8,74,2019-12-19,R/74/2,USA,USA\n';
const library =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,total_yes,total_no\n1,CHN,CHINA,Y,2019-12-18,74,A/RES/74/1,One,1,1\n1,RUS,RUSSIAN FEDERATION,N,2019-12-18,74,A/RES/74/1,One,1,1\n';
const fullTable =
  'issue,country,position,date,from,salience,confidence,note,source,topic,weight,depth\npact,,,2020-06,,,,About it,AFP,Trade,2,\npact,china,support,2020-06,,high,low,Said so,"Le Monde, https://example.org/a",Trade,2,\npact,russia,strongly-support,2020-06,2020-06-03,,,,AFP,Trade,2,\npact,china|russia,,2020-06,,,,One text,AFP,Trade,2,joint\n';
const policy = {
  policy: 'watch',
  catalogs: ['sane.yaml'],
  defaults: { measure: 'agreement' },
  assertions: [
    { id: 'near', between: ['china', 'russia'], atLeast: 0.1, topic: 'war' },
    { id: 'all', among: 'three', atMost: 1 },
    { id: 'few', between: ['china', 'usa'], coverage: { atLeast: 1 }, allowMissing: true },
  ],
};
const weights = { issues: { 'issue-1': 2 }, topics: { war: 0.5 } };

/** Files that are as they should be. */
const sound: Readonly<Record<string, string>> = {
  'sane.yaml': stringify(sane),
  'record.yaml': stringify(record),
  'un.csv': rollCalls,
  'table.csv': table,
  'voeten.csv': voeten,
  'library.csv': library,
  'full.csv': fullTable,
  'policy.yaml': stringify(policy),
  'weights.yaml': stringify(weights),
  'weights.csv': 'issue,weight\nissue-1,2\n',
};

const scraps = fc.oneof(
  fc.constantFrom(
    ...yamlScraps,
    '!!binary x',
    '? ',
    '~',
    ',',
    ',,',
    '""',
    '\0',
    '\u0085',
    '1e999',
    '-0',
    '.nan',
    '.inf',
    '9007199254740993',
    '0x10',
    '1e308',
    '5e-324',
    'constructor',
    '[]',
    '{}',
    '2019-02-30',
    '9999',
    '0000',
    'china',
    'CHN',
    'Y',
    'X',
    'support',
    'oppose',
    'russia: oppose\n',
    'null',
    ...hostileTexts.slice(0, 6),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** Text changed at some places: cut, filled in, or a line of it repeated. */
function mutated(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: text.length }),
    cut: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: text.length })),
    scrap: fc.oneof(
      { weight: 4, arbitrary: scraps },
      { weight: 1, arbitrary: fc.nat({ max: text.length }).map((at) => text.slice(at, at + 60)) },
    ),
  });
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    let result = text;
    for (const { at, cut, scrap } of edits)
      result = result.slice(0, at) + scrap + result.slice(at + cut);
    return result;
  });
}

type Path = readonly string[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

const oddValues = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e-7,
    1e7,
    1e308,
    2020,
    '',
    'x',
    [],
    {},
    [[]],
    [null],
    { x: 1 },
    'no',
    '1'.repeat(300),
    ['china', 'china'],
    ['china', 'russia'],
    'china',
    'support',
    'absent',
    'constructor',
    '__proto__',
    'three',
    'membership',
    'vote',
    'stance3',
    'agreement',
    'kappa',
    '2019',
    '2019-02-30',
    74,
    '74-75',
  ),
  fc.double(),
  fc.constantFrom(...hostileTexts),
);

/** A value of which some parts are something else. */
function changed(content: object): fc.Arbitrary<string> {
  const paths = pathsIn(content).filter(({ length }) => length > 0);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), oddValues), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const whole: unknown = structuredClone(content);
      for (const [path, value] of changes) {
        const holder = path
          .slice(0, -1)
          .reduce<unknown>((here, key) => (here as Record<string, unknown> | null)?.[key], whole);
        if (holder !== null && typeof holder === 'object')
          (holder as Record<string, unknown>)[path.at(-1)!] = structuredClone(value);
      }
      return stringify(whole);
    });
}

/** A workbook of which some cells hold something else, or some bytes are others. */
const workbooks: fc.Arbitrary<Buffer> = fc
  .record({
    cells: fc.array(
      fc.record({
        row: fc.nat({ max: 6 }),
        column: fc.nat({ max: 7 }),
        value: fc.oneof(oddValues, scraps, fc.date({ noInvalidDate: true })),
        formula: fc.constantFrom(undefined, undefined, undefined, 'A1', 'HYPERLINK("x")'),
      }),
      { maxLength: 4 },
    ),
    again: fc.boolean(),
    bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
      maxLength: 3,
    }),
    kept: fc.constantFrom(1, 1, 1, 0.97, 0.5),
  })
  .map(({ cells, again, bytes, kept }) => {
    const rows: unknown[][] = (parseCsv(table) as string[][]).map((row) => [...row]);
    for (const { row, column, value } of cells) {
      const isCell = value === null || typeof value !== 'object' || value instanceof Date;
      (rows[row] ??= [])[column] = isCell ? value : JSON.stringify(value);
    }
    const sheet = utils.aoa_to_sheet(rows);
    for (const { row, column, formula } of cells) {
      const cell = sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
      if (cell && formula !== undefined) cell.f = formula;
    }
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'One');
    if (again) utils.book_append_sheet(book, sheet, 'Two');
    const whole = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    for (const [at, byte] of bytes) whole[Math.floor(at * (whole.length - 1))] = byte;
    const cut = whole.subarray(0, Math.ceil(whole.length * kept));
    // A counterexample is found again by its seed; its bytes would fill the screen.
    return Object.assign(cut, { [fc.toStringMethod]: () => `a workbook of ${cut.length} bytes` });
  });

const withFile = (
  name: string,
  content: fc.Arbitrary<string | Buffer>,
  argv: fc.Arbitrary<string[]>,
) =>
  fc.tuple(content, argv).map(([text, words]): Case => ({ argv: words, files: { [name]: text } }));

const words = (...lines: readonly string[]) =>
  fc.constantFrom(...lines.map((line) => line.split(' ')));

const questions = [
  'validate sane.yaml',
  'validate sane.yaml -f json',
  'score china russia -c sane.yaml -f json',
  'score china three -c sane.yaml -f json --weigh-by topic',
  'score china russia -c sane.yaml --full',
  'score china russia -c sane.yaml -f csv',
  'score china usa -c sane.yaml -f json -m kappa --absent half',
  'score china russia india -c sane.yaml -f json',
  'explain china russia -c sane.yaml -f json',
  'explain china russia -c sane.yaml',
  'matrix -c sane.yaml -f csv',
  'matrix -c sane.yaml -f json --salience mean',
  'rank china -c sane.yaml -f csv',
  'interactions china -c sane.yaml -f json',
  'list issues -c sane.yaml -f csv',
  'list -c sane.yaml -f json',
  'cite -c sane.yaml',
];

const ofRecords = [
  'validate record.yaml -f json',
  'score china russia -c record.yaml -f json',
  'score china russia -c record.yaml -f csv',
  'matrix -c record.yaml -f csv',
  'matrix -c record.yaml --by session -f csv',
  'explain china usa -c record.yaml -f json',
  'list issues -c record.yaml -f csv',
  'score china russia -c record.yaml sane.yaml -f json --session 74',
];

const imports = (layout: string) =>
  words(`import ${layout} ${layout === 'un-library' ? 'library' : layout}.csv -o out`);

const commands = definitions.flatMap(([, group]) => group);
const operands = fc.oneof(
  fc.constantFrom(
    'china',
    'russia',
    'three',
    'usa',
    'korea',
    'nowhere',
    '中国',
    '',
    ' ',
    '-',
    '--',
    'issue-1',
    'sane',
    'issues',
    'policy.yaml',
    'sane.yaml',
    'un.csv',
    'table',
    'table.csv',
    'voeten',
    'catalog',
    'bash',
    'topics',
    'constructor',
    '2019',
    '74',
    '0',
    '-1',
    '1e9',
    'war',
    'trade',
    'agreement',
    'json',
    'csv',
    'half',
    'max',
    '.',
    '/',
    '\u0000',
    '::error::x',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** A command with operands and options, of which some are its own. */
const anyArguments: fc.Arbitrary<readonly string[]> = fc
  .constantFrom(...commands.filter(({ name }) => name !== 'init'))
  .chain(({ name, options }) => {
    const flags = options().flat();
    const option = fc
      .constantFrom(...flags, undefined)
      .chain((each): fc.Arbitrary<readonly string[]> => {
        if (each === undefined)
          return fc.tuple(
            fc.constantFrom('--quiet', '--debug', '--color', '--nothing', '-x', '--limits'),
            operands,
          );
        const flag = each.long ?? each.short ?? '';
        if (!each.required && !each.optional) return fc.constant([flag]);
        const own = each.argChoices ? fc.constantFrom(...each.argChoices) : operands;
        return fc
          .oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: operands })
          .map((value) => [flag, value]);
      });
    return fc
      .tuple(
        fc.array(operands, { maxLength: 3 }),
        fc.array(option, { maxLength: 3 }),
        fc.nat({ max: 3 }),
      )
      .map(([named, given, catalog]) => [
        name,
        ...named,
        ...given.flat(),
        ...(catalog > 0 ? ['-c', 'sane.yaml'] : []),
      ]);
  })
  // Nothing is written but where it can be seen.
  .map((argv) => argv.map((word, i) => (/^(?:-o|--output)/.test(argv[i - 1] ?? '') ? 'out' : word)))
  .filter((argv) =>
    argv.every(
      (word) =>
        !/^(?:-o|--output|--baseline).+/.test(word) &&
        word !== '--update-baseline' &&
        // One changes files, the other watches them for ever, as they should.
        !['--fix', '--watch'].includes(word),
    ),
  );

/** Cases by what is odd about them. */
export const cases: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  arguments: anyArguments.map((argv) => ({ argv, files: {} })),
  'texts of catalogs': withFile('sane.yaml', mutated(sound['sane.yaml']!), words(...questions)),
  'contents of catalogs': withFile('sane.yaml', changed(sane), words(...questions)),
  records: withFile('un.csv', mutated(rollCalls), words(...ofRecords)),
  'tables to import': fc.oneof(
    withFile('table.csv', mutated(table), imports('table')),
    withFile('voeten.csv', mutated(voeten), imports('voeten')),
    withFile('library.csv', mutated(library), imports('un-library')),
    withFile(
      'full.csv',
      mutated(fullTable),
      words('import full.csv -o out', 'import full.csv -o out --many majority --lenient'),
    ),
  ),
  workbooks: withFile(
    'table.xlsx',
    workbooks,
    words(
      'import table.xlsx -o out',
      'import table.xlsx -o out --sheet Two --lenient',
      'import table.xlsx -o out --many mean --dated 2024',
    ),
  ),
  policies: fc.oneof(
    withFile(
      'policy.yaml',
      mutated(sound['policy.yaml']!),
      words('check policy.yaml', 'check policy.yaml -f json'),
    ),
    withFile(
      'policy.yaml',
      changed(policy),
      words(
        'check policy.yaml -f github',
        'check policy.yaml -f json',
        'check policy.yaml -f junit',
      ),
    ),
  ),
  weights: fc.oneof(
    withFile(
      'weights.yaml',
      mutated(sound['weights.yaml']!),
      words('score china russia -c sane.yaml --weights weights.yaml -f json'),
    ),
    withFile(
      'weights.yaml',
      changed(weights),
      words('score china russia -c sane.yaml --weights weights.yaml -f json --weigh-by topic'),
    ),
    withFile(
      'weights.csv',
      mutated(sound['weights.csv']!),
      words('score china russia -c sane.yaml --weights weights.csv -f json'),
    ),
  ),
};

/** Everything in a value that is a number. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (value !== null && typeof value === 'object')
    for (const inner of Object.values(value)) yield* numbersIn(inner);
}

interface ScoreShape {
  readonly alignment: {
    readonly measure: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly divergence: { readonly value: number | null };
  readonly issues: readonly { readonly weight: number; readonly contribution: number | null }[];
}

function checkScore({ alignment, divergence, issues }: ScoreShape): void {
  const { value, low, high, measure } = alignment;
  if (value === null) return;
  expect(value).toBeGreaterThanOrEqual(-1 - 1e-9);
  expect(value).toBeLessThanOrEqual(1 + 1e-9);
  if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
  if (measure !== 'agreement') return;
  expect(value + (divergence.value ?? Number.NaN)).toBeCloseTo(1, 9);
  const sum = issues.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
  expect(sum).toBeCloseTo(value, 9);
}

const folder = mkdtempSync(join(tmpdir(), 'align-fuzz-'));

function layOut(files: Case['files']): string {
  const place = join(folder, 'here');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content);
  return place;
}

const answeredWithFailure = new Set(['check', 'validate']);

function checkOutput({ code, out, err }: Ran, argv: readonly string[]): void {
  expect([0, 1, 2, 3, 4], err).toContain(code);
  expect(err).not.toContain('bug in align');
  if (!argv.includes('--debug')) expect(err).not.toMatch(/^\s+at \S+ \(|node:internal/m);
  if (code >= 2 && !(code === 4 && argv[0] === 'check')) expect(out).toBe('');
  if (code === 1) expect(answeredWithFailure).toContain(argv[0]);
  if (code >= 2 && out === '') expect(err).not.toBe('');
}

function checkFormat(out: string, argv: readonly string[]): void {
  const format = argv.includes('-f') ? argv[argv.indexOf('-f') + 1] : undefined;
  if (out === '' || argv[0] === 'schema') return;
  if (format === 'csv') parseCsv(out);
  if (format !== 'json' || argv[0] === 'import') return;
  const result = resultSchema.parse(JSON.parse(out)) as { schema: string };
  for (const number of numbersIn(result)) expect(Number.isFinite(number)).toBe(true);
  if (result.schema === 'align/score@1') checkScore(result as unknown as ScoreShape);
}

/** Runs a case, and says what is wrong with what it did. */
export async function tryCase({ argv, files: odd }: Case): Promise<void> {
  const files = { ...sound, ...odd };
  const place = layOut(files);
  const ran = await runHere(argv, place);
  checkOutput(ran, argv);
  checkFormat(ran.out, argv);
  const left = readdirSync(place).filter((name) => !Object.hasOwn(files, name));
  // All or nothing: what was named, and only if it was answered.
  expect(left.filter((name) => name !== 'out')).toEqual([]);
  if (ran.code >= 2 && ran.code !== 4) expect(left).toEqual([]);
  for (const [name, content] of Object.entries(files))
    expect(readFileSync(join(place, name)).equals(Buffer.from(content)), name).toBe(true);
  if (argv[0] === 'score' && argv[3] === '-c' && argv.includes('json') && ran.code === 0) {
    const [, a = '', b = '', ...rest] = argv;
    const turned = await runHere(['score', b, a, ...rest], place);
    const valueOf = (out: string) => (JSON.parse(out) as ScoreShape).alignment.value;
    expect(valueOf(turned.out) ?? 2).toBeCloseTo(valueOf(ran.out) ?? 2, 9);
  }
}

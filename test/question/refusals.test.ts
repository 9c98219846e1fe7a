import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/main.ts';

/** Whatever is wrong with a question, every command that takes one refuses it. */

const cwd = mkdtempSync(join(tmpdir(), 'align-questions-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);

async function ask(argv: readonly string[]) {
  const texts = { stdout: '', stderr: '' };
  const stream = (to: keyof typeof texts) => ({
    write: (text: string) => (texts[to] += text),
    isTTY: false,
  });
  const io = {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: { ALIGN_CACHE: 'off' },
    cwd,
  };
  return { exitCode: await run(argv, io), ...texts };
}

const countries = ['russia', 'usa', 'serbia'];

beforeAll(async () => {
  const rows = ['undl_id,resolution,ms_code,ms_vote,date'];
  for (let i = 1; i <= 12; i++)
    for (const country of countries)
      rows.push(`q${i},q${i},${country},${i % country.length ? 'Y' : 'N'},19${70 + i}-05-01`);
  write('rows.csv', `${rows.join('\n')}\n`);
  await ask(['import', 'rows.csv', '-o', 'record']);
  const issue = (id: string, rest: string, year = 1980) =>
    `  - {id: ${id}, title: T, sources: [u], date: ${year}, ${rest}}\n`;
  const held = 'positions: {russia: support, usa: oppose, serbia: support}';
  write(
    'catalog.yaml',
    `catalog: own\ntitle: Own\nsources: {u: {title: U}}\ntopics: {war: War, pacts: Pacts}\nissues:\n` +
      [1, 2, 3, 4, 5, 6].map((i) => issue(`war-${i}`, `topic: war, ${held}`, 1974 + i)).join('') +
      issue('pact', 'topic: pacts, scale: membership, positions: {russia: member, usa: member}') +
      `interactions:\n  - {id: met, title: M, date: 1975-01-01, between: [russia, usa], cameo: "042", sources: [u]}\n`,
  );
  write('issue.yaml', 'issues: {wra-1: 2}\n');
  write('topic.yaml', 'topics: {wra: 2}\n');
  write('pact.yaml', 'issues: {pact: 2}\n');
});

type Sides = readonly [string, string];

const periods = ['--before', '1971..1976', '--after', '1977..1982'];

/** Command lines by what they are, of two sides, options, and what a policy asks instead of them. */
const commands = {
  score: ([a, b]: Sides, rest: string[]) => ['score', a, b, ...rest],
  'score of three': ([a, b]: Sides, rest: string[]) => ['score', a, b, 'serbia', ...rest],
  explain: ([a, b]: Sides, rest: string[]) => ['explain', a, b, ...rest],
  trend: ([a, b]: Sides, rest: string[]) => ['trend', a, b, ...rest],
  drift: ([a, b]: Sides, rest: string[]) => ['drift', a, b, ...periods, ...rest],
  diff: ([a, b]: Sides, rest: string[]) => {
    const catalog = rest.at(-1) ?? '';
    return ['diff', catalog, catalog, '--between', a, b, ...rest.slice(0, -2)];
  },
  matrix: ([a, b]: Sides, rest: string[]) => ['matrix', a, b, ...rest],
  rank: ([a]: Sides, rest: string[]) => ['rank', a, ...rest],
  blocs: ([a, b]: Sides, rest: string[]) => ['blocs', a, b, 'serbia', ...rest],
  map: ([a, b]: Sides, rest: string[]) => ['map', a, b, 'serbia', ...rest],
  report: ([a, b]: Sides, rest: string[]) => ['report', a, b, ...rest, '-f', 'markdown'],
  'report --matrix': ([a, b]: Sides, rest: string[]) => ['report', '--matrix', a, b, ...rest],
  interactions: ([a, b]: Sides, rest: string[]) => ['interactions', a, b, ...rest],
  cite: ([a, b]: Sides, rest: string[]) => ['cite', a, b, ...rest],
  check: ([a, b]: Sides, rest: string[], words = '') => {
    const limit = 'coverage: {atLeast: 1}';
    write('policy.yaml', `assertions:\n  - {id: x, between: [${a}, ${b}], ${limit}${words}}\n`);
    return ['check', 'policy.yaml', ...rest.slice(-2)];
  },
} as const;

type Command = keyof typeof commands;

interface Refusal {
  readonly sides?: Sides;
  readonly options?: string;
  /** The same in a policy. */
  readonly words?: string;
  readonly exitCode: number;
  /** Of check, where a policy that cannot be asked is unusable input. */
  readonly ofCheck?: number;
  readonly message: RegExp;
  /** Commands to which it cannot happen. */
  readonly not?: readonly Command[];
}

const usage = { exitCode: 2, ofCheck: 3 };
const optional: Pick<Refusal, 'not'> = { not: ['cite', 'check', 'interactions'] };
/** Interactions are of no issue: the command has no such option. */
const ofIssues: Pick<Refusal, 'not'> = { not: ['interactions'] };

const refusals: Readonly<Record<string, Refusal>> = {
  'an unknown name': { ...usage, sides: ['rssia', 'usa'], message: /is called "rssia"/ },
  'an ambiguous name': { ...usage, sides: ['korea', 'usa'], message: /may be one of several/ },
  'the same side twice': {
    ...usage,
    sides: ['usa', 'USA'],
    message: /United States (cannot be compared with itself|stands here twice)/,
    not: ['rank'],
  },
  'two sides that are one row': {
    ...usage,
    sides: ['ussr', 'russia'],
    message: /Soviet Union and Russia cannot be compared: their votes are one row/,
    not: ['rank'],
  },
  'weights of no issue': {
    ...usage,
    ...optional,
    options: '--weights issue.yaml',
    message: /no issue "wra-1" to weigh/,
  },
  'weights of no topic': {
    ...usage,
    ...optional,
    options: '--weights topic.yaml',
    message: /no topic "wra" to weigh/,
  },
  'weights that are not there': {
    ...optional,
    exitCode: 3,
    options: '--weights none.yaml',
    message: /cannot read none.yaml/,
  },
  'an unknown topic': {
    ...usage,
    ...ofIssues,
    options: '-t wra',
    words: 'topic: wra',
    message: /no topic is called "wra"/,
  },
  'an unknown issue': {
    ...usage,
    ...ofIssues,
    options: '--issue wra-1',
    words: 'issue: wra-1',
    message: /no issue is called "wra-1"/,
  },
  'an unknown measure': {
    ...usage,
    options: '-m kapa',
    words: 'measure: kapa',
    message: /no measure is called "kapa"/,
    not: ['cite', 'interactions'],
  },
  'an unknown convention': {
    ...usage,
    options: '--convention voetn',
    words: 'convention: voetn',
    message: /no convention is called "voetn"/,
    not: ['cite', 'interactions'],
  },
  'a distance that the measure does not take': {
    ...usage,
    options: '-m alignment-index --distance nominal',
    words: 'measure: alignment-index, distance: nominal',
    message: /alignment-index takes no nominal distance/,
    not: ['cite', 'interactions'],
  },
  'a period that ends before it begins': {
    ...usage,
    options: '--from 1981 --to 1980',
    words: 'from: 1981, to: 1980',
    message: /begins on 1981-01-01, after its end on 1980-12-31/,
    not: ['drift'],
  },
  'nothing joint': {
    exitCode: 4,
    options: '--to 1950',
    message: /joint issue|no source in this selection|have no interactions/,
    // An edition without a score is an answer of a diff.
    not: ['check', 'diff', 'drift'],
  },
};

const ofMemberships: Readonly<Record<string, Refusal>> = {
  'memberships alone': {
    exitCode: 4,
    options: '-t pacts',
    message: /memberships only, which are facts/,
    // There were no pacts yet in the earlier period of a drift; a diff tells of memberships too.
    not: ['cite', 'check', 'diff', 'drift', 'interactions'],
  },
  'weights of a membership': {
    ...usage,
    ...optional,
    options: '--weights pact.yaml',
    message: /"pact" is a membership/,
  },
};

describe.each([
  ['a catalog', 'catalog.yaml', { ...refusals, ...ofMemberships }],
  ['a record alone', 'record', refusals],
])('asked of %s', (_, catalog, all) => {
  it.each(Object.entries(all))('%s is refused by every command', async (_name, refusal) => {
    const { sides = ['russia', 'usa'], options = '', words, exitCode, message } = refusal;
    const { ofCheck = exitCode, not = [] } = refusal;
    const names = (Object.keys(commands) as Command[]).filter((name) => !not.includes(name));
    for (const name of names) {
      const rest = [...options.split(' ').filter((word) => word !== ''), '-c', catalog];
      const argv = commands[name](sides, rest, words === undefined ? '' : `, ${words}`);
      const { stdout, stderr, ...outcome } = await ask(argv);
      expect({ name, stdout, ...outcome }).toEqual({
        name,
        stdout: '',
        exitCode: name === 'check' ? ofCheck : exitCode,
      });
      expect(stderr).toMatch(message);
    }
  });

  it('what is not refused is answered', async () => {
    for (const [name, argvOf] of Object.entries(commands)) {
      // A record has votes, and no interaction.
      if (name === 'interactions' && catalog === 'record') continue;
      const { exitCode, stderr } = await ask(argvOf(['russia', 'usa'], ['-c', catalog]));
      expect({ name, exitCode, stderr }).toEqual({ name, exitCode: 0, stderr: '' });
    }
  });

  it.each<readonly [string, RegExp]>([
    ['to: 1950', /no joint issue/],
    ...(catalog === 'record' ? [] : [['topic: pacts', /memberships only/] as const]),
  ])('a policy is told where %s leaves no evidence', async (words, message) => {
    write(
      'policy.yaml',
      `assertions:\n  - {id: x, between: [russia, usa], atLeast: 0.1, ${words}}\n`,
    );
    const { exitCode, stdout } = await ask(['check', 'policy.yaml', '-c', catalog]);
    expect(exitCode).toBe(4);
    expect(stdout).toMatch(message);
  });
});

it.each([
  ['catalog.yaml', 'war-1'],
  ['record', 'record-q1'],
])('in %s, weights may be of what the selection leaves out', async (catalog, id) => {
  write('left-out.yaml', `issues: {${id}: 2}\n`);
  const argv = ['matrix', 'russia', 'usa', '--from', '1980', '--weights', 'left-out.yaml'];
  expect(await ask([...argv, '-c', catalog])).toMatchObject({ exitCode: 0, stderr: '' });
});

it('a policy that cannot be asked is refused with the place of the assertion', async () => {
  const argv = commands.check(['ussr', 'russia'], ['-c', 'catalog.yaml']);
  expect((await ask(argv)).stderr).toMatch(/^align: policy.yaml:2:5: Soviet Union and Russia/);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledNames, starterCatalog } from '../../src/bundle/bundled.ts';
import { definitions } from '../../src/cli/definitions/index.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import { type Ran, runHere } from '../render/invocations.ts';

/** Where catalogs and defaults come from is one decision, and every command keeps to it. */

const root = mkdtempSync(join(tmpdir(), 'align-in-force-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, file)), { recursive: true });
    writeFileSync(join(root, name, file), text);
  }
  mkdirSync(join(root, name), { recursive: true });
  return join(root, name);
}

const own = starterCatalog().replace('catalog: my-catalog', 'catalog: own');
const other = starterCatalog().replace('catalog: my-catalog', 'catalog: other');
const policy = 'assertions:\n  - {id: a, between: [china, russia], coverage: {atLeast: 1}}\n';
const elsewhere = join(root, 'elsewhere', 'other.yaml');
folder('elsewhere', { 'other.yaml': other });

const plain = folder('plain', { 'watch.yaml': policy });
const project = folder('project', {
  'align.yaml':
    'catalogs: [here/own.yaml]\ndefaults: {from: 2024-02, minConfidence: high, convention: haege, cluster: issue}\nweights: here/w.yaml\npolicies: [watch.yaml]\n',
  'here/own.yaml': own,
  'here/w.yaml': 'topics: {rivers: 2}\n',
  'watch.yaml': policy,
  'below/deep/watch.yaml': policy,
});
const below = join(project, 'below', 'deep');

/** Of every command that reads catalogs, a line that succeeds in all of these folders. */
const lines: Readonly<Record<string, readonly string[]>> = {
  score: ['china', 'russia'],
  'score of three': ['china', 'russia', 'india'],
  explain: ['china', 'russia'],
  trend: ['china', 'russia'],
  drift: [
    'china',
    'russia',
    '-m',
    'agreement',
    '--before',
    '2024-01..2024-03',
    '--after',
    '2024-04..2024-12',
  ],
  interactions: ['china', 'russia'],
  matrix: ['china', 'russia'],
  rank: ['china', '--min-joint', '1'],
  blocs: ['china', 'russia', 'india', '-m', 'agreement', '--min-joint', '1'],
  map: ['china', 'russia', 'india', '-m', 'agreement', '--min-joint', '1'],
  check: ['watch.yaml'],
  report: ['china', 'russia'],
  list: ['issues'],
  'list positions': ['positions', 'china', 'russia'],
  show: ['own'],
  cite: ['china', 'russia'],
  export: ['positions'],
  validate: [],
  config: [],
};

const readers = definitions
  .flatMap(([, group]) => group)
  .filter(({ options }) =>
    options()
      .flat()
      .some(({ long }) => long === '--catalog'),
  );

it('every command that reads catalogs is tried', () => {
  const tried = new Set(Object.keys(lines).map((name) => name.split(' ')[0]));
  // Ideal points take roll calls by the dozen, which a catalog to begin with has none of.
  const all = readers.map(({ name }) => name).filter((name) => name !== 'ideal-points');
  expect(all.toSorted()).toEqual([...tried].sort());
});

interface Provenance {
  readonly catalogs: readonly { readonly id: string }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly project?: { readonly file: string; readonly sha256: string; readonly gives: string[] };
}

/** Options of a command by the names they have in JSON. */
function optionsOf(command: string): readonly string[] {
  const definition = readers.find(({ name }) => name === command.split(' ')[0]);
  return definition!
    .options()
    .flat()
    .map((option) => option.attributeName());
}

const env = { ALIGN_CACHE: 'off' };

function ask(
  command: string,
  cwd: string,
  rest: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const verb = command.split(' ')[0]!;
  const format = verb === 'report' ? 'markdown' : 'json';
  const operands = lines[command]!.map((word) => (word === 'own' ? idIn(cwd, rest, more) : word));
  return runHere([verb, ...operands, '-f', format, ...rest], cwd, { ...env, ...more });
}

/** `show` needs a catalog that is there. */
function idIn(cwd: string, rest: readonly string[], more: object): string {
  if (rest.includes('-c') || 'ALIGN_CATALOG' in more) return 'other';
  return cwd === plain || rest.includes('--no-project') ? 'eurasia-2020' : 'own';
}

/** Ids of the catalogs that an answer rests on. */
function catalogsOf(command: string, { out }: Ran): readonly string[] {
  if (command === 'report')
    return ['own', 'other', ...bundledNames].filter((id) =>
      new RegExp(`\\b${id} \\d+\\.\\d`).test(out),
    );
  const kind = resultSchema.options.find(
    ({ shape }) => shape.schema.value === (JSON.parse(out) as { schema: string }).schema,
  );
  expect(kind?.safeParse(JSON.parse(out)).error?.issues).toBeUndefined();
  const result = JSON.parse(out) as {
    readonly provenance: Provenance;
    readonly settings: readonly { readonly value: readonly string[] }[];
  };
  if (command !== 'config') return result.provenance.catalogs.map(({ id }) => id);
  return result.settings[0]!.value.map((name) => name.replace(/^.*\/|\.yaml$/g, ''));
}

function provenanceOf({ out }: Ran): Provenance {
  return (JSON.parse(out) as { readonly provenance: Provenance }).provenance;
}

const ofProject = {
  from: '2024-02-01',
  minConfidence: 'high',
  convention: 'haege',
  cluster: 'issue',
};

describe.each(Object.keys(lines))('align %s', (command) => {
  it.each([
    ['in the folder of a project', project, 'align.yaml', 'here/w.yaml'],
    ['deep below it', below, '../../align.yaml', '../../here/w.yaml'],
  ])('means its catalogs and defaults %s', async (_, cwd, file, weights) => {
    const ran = await ask(command, cwd);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(catalogsOf(command, ran)).toEqual(['own']);
    if (command === 'report') return;
    const { options, project: used } = provenanceOf(ran);
    const takes = ['catalog', 'weights', ...Object.keys(ofProject)].filter((name) =>
      optionsOf(command).includes(name),
    );
    expect(used).toEqual({
      file,
      sha256: expect.stringMatching(/^[\da-f]{64}$/) as string,
      gives: takes.toSorted(),
    });
    expect(options['catalog']).toHaveLength(1);
    // A check has no option for weights: it counts with those of the project, and names them.
    const named = [...optionsOf(command), ...(command === 'check' ? ['weights'] : [])];
    for (const [name, value] of Object.entries({ ...ofProject, weights }))
      expect(options[name], name).toEqual(named.includes(name) ? value : undefined);
  });

  it('means what options say against the project', async () => {
    const takes = optionsOf(command);
    const said = {
      from: ['--from', '2024-03', '2024-03-01'],
      minConfidence: ['--min-confidence', 'low', 'low'],
      convention: ['--convention', 'lijphart', 'lijphart'],
      cluster: ['--cluster', 'topic', 'topic'],
    } as const;
    const given = Object.entries(said).filter(([name]) => takes.includes(name));
    const rest = given.flatMap(([, [flag, value]]) => [flag, value]);
    const ran = await ask(command, project, ['-c', elsewhere, ...rest]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(catalogsOf(command, ran)).toEqual(['other']);
    if (command === 'report') return;
    const { options } = provenanceOf(ran);
    expect(options['catalog']).toEqual([elsewhere]);
    for (const [name, [, , value]] of given) expect(options[name]).toBe(value);
  });

  it('means ALIGN_CATALOG against the project', async () => {
    const ran = await ask(command, project, [], { ALIGN_CATALOG: elsewhere });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(catalogsOf(command, ran)).toEqual(['other']);
  });

  it('answers with --no-project, to the letter, what it answers where there is none', async () => {
    const without = await ask(command, plain);
    const aside = await ask(command, project, ['--no-project']);
    expect(without).toMatchObject({ code: 0, err: '' });
    expect(catalogsOf(command, without)).toEqual(
      command === 'validate' ? catalogsOf(command, aside) : bundledNames,
    );
    // A policy is a file of its folder, and config names no folder.
    expect(aside).toEqual(without);
    if (command === 'report') return;
    expect(provenanceOf(without)).not.toHaveProperty('project');
    expect(provenanceOf(without).options).not.toHaveProperty('catalog');
  });
});

it('what is about topics and issues of the project’s catalogs is not asked of others', async () => {
  const cwd = folder('named', {
    'align.yaml':
      'catalogs: [own.yaml]\ndefaults: {topic: rivers, measure: kappa}\nweights: w.yaml\n',
    'own.yaml': own,
    'w.yaml': 'topics: {rivers: 2}\n',
    'watch.yaml': `catalogs: [eurasia-2020]\n${policy}`,
  });
  const ofOwn = provenanceOf(await runHere(['score', 'china', 'russia', '-f', 'json'], cwd, env));
  expect(ofOwn.options).toMatchObject({ topic: ['rivers'], weights: 'w.yaml', measure: 'kappa' });
  const argv = ['score', 'china', 'russia', '-c', 'eurasia-2020', '-f', 'json'];
  const { options } = provenanceOf(await runHere(argv, cwd, env));
  expect(options).toMatchObject({ measure: 'kappa' });
  expect(options).not.toHaveProperty('topic');
  expect(options).not.toHaveProperty('weights');
  const check = await runHere(['check', 'watch.yaml', '-f', 'json'], cwd, env);
  expect(check).toMatchObject({ code: 0, err: '' });
  const { assertions } = JSON.parse(check.out) as { assertions: { question: object }[] };
  expect(assertions[0]!.question).toEqual({ measure: 'kappa' });
});

it('completion offers what the project has', async () => {
  const complete = async (cwd: string) =>
    (await runHere(['complete', '--', 'show', 'dam'], cwd, env)).out;
  expect(await complete(below)).toContain('dam-2024\t');
  expect(await complete(plain)).not.toContain('dam-2024');
});

describe('words that go together', () => {
  const at = (text: string) =>
    folder(`words-${text.length}`, {
      'align.yaml': `catalogs: [own.yaml]\n${text}`,
      'own.yaml': own,
    });
  const optionsUsed = async (cwd: string, ...rest: string[]) => {
    const { out, err } = await runHere(
      ['score', 'china', 'russia', '-f', 'json', ...rest],
      cwd,
      env,
    );
    expect(err).toBe('');
    return provenanceOf({ out, err, code: 0 }).options;
  };

  it('a measure that is named has its own distance, a convention all that it presets', async () => {
    const cwd = at('defaults: {measure: pi, distance: squared, absent: half}\n');
    expect(await optionsUsed(cwd)).toMatchObject({
      measure: 'pi',
      distance: 'squared',
      absent: 'half',
    });
    const kappa = await optionsUsed(cwd, '-m', 'identical');
    expect(kappa).toMatchObject({ measure: 'identical', absent: 'half' });
    expect(kappa).not.toHaveProperty('distance');
    const convention = await optionsUsed(cwd, '--convention', 'lijphart');
    for (const word of ['measure', 'distance', 'absent'])
      expect(convention).not.toHaveProperty(word);
  });

  it('an end of the period that crosses the project’s is refused with the place of that', async () => {
    const cwd = at('defaults:\n  from: 2010\n  to: 2020\n');
    const { code, err } = await runHere(['score', 'china', 'russia', '--from', '2024'], cwd, env);
    expect(code).toBe(2);
    expect(err).toBe(
      'align: --from 2024-01-01 is after 2020-12-31, which align.yaml:4 has for "to"\n  give --to as well\n',
    );
    const early = await runHere(['score', 'china', 'russia', '--to', '2001'], cwd, env);
    expect(early.err).toContain(
      '--to 2001-12-31 is before 2010-01-01, which align.yaml:3 has for "from"',
    );
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { starterCatalog, starterPolicy } from '../../src/bundle/bundled.ts';
import { run } from '../../src/cli/main.ts';
import { runHere } from '../render/invocations.ts';

const root = mkdtempSync(join(tmpdir(), 'align-project-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cwd = root;
beforeEach(() => {
  cwd = mkdtempSync(join(root, 'p-'));
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
}
const text = (file: string) => readFileSync(join(cwd, file), 'utf8');
const env = { ALIGN_CACHE: 'off' };
const align = (...argv: readonly string[]) => runHere(argv, cwd, env);
const own = starterCatalog();

describe('init', () => {
  it('and validate are about the files of one’s own, and a misspelt stance in them is found', async () => {
    expect(await align('init')).toMatchObject({ code: 0, err: '' });
    expect(await align('validate')).toEqual({
      code: 0,
      err: '',
      out: '1 catalog, 1 policy and the project align.yaml, nothing to complain about\n',
    });
    put({
      'catalog.yaml': text('catalog.yaml').replace('strongly-support, sal', 'strongly-suport, sal'),
    });
    const { code, out } = await align('validate');
    expect(code).toBe(1);
    expect(out).toMatch(/^catalog.yaml:49:24: error: "strongly-suport" is not on the scale/);
    expect(out).toMatch(/\n1 error in 1 catalog, 1 policy and the project align.yaml\n$/);
  });

  it('makes a project in which every next step works', async () => {
    const { out } = await align('init');
    const next = [...out.matchAll(/^ {2}align (.*)$/gm)].map(([, step = '']) => step);
    expect(next).toEqual(['validate', 'score china russia', 'show dam-2024', 'check']);
    for (const step of next)
      expect(await align(...step.split(' '))).toMatchObject({ code: 0, err: '' });
    expect(text('policies/watch.yaml')).toBe(starterPolicy());
  });

  it('overwrites nothing', async () => {
    put({ 'policies/watch.yaml': 'mine' });
    const refused = await align('init', '--yes');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toBe(
      'align: policies/watch.yaml exists already\n  --force overwrites it\n',
    );
    expect(existsSync(join(cwd, 'align.yaml')) || existsSync(join(cwd, 'catalog.yaml'))).toBe(
      false,
    );
    expect(text('policies/watch.yaml')).toBe('mine');
    put({ 'align.yaml': 'catalogs: [x.yaml]\n', 'x.yaml': own });
    expect((await align('init')).err).toMatch(
      /^align: align.yaml exists already\n {2}this folder is a project/,
    );
    expect(text('align.yaml')).toBe('catalogs: [x.yaml]\n');
  });

  it('takes the catalogs that lie there, and writes none beside them', async () => {
    put({
      'b.yaml': own,
      'a catalog.yml': own.replace('my-catalog', 'mine'),
      'other.yaml': 'a: 1\n',
    });
    const { code, out } = await align('init');
    expect(code).toBe(0);
    expect(out).toBe('wrote align.yaml\n\nNext:\n  align validate\n  align list\n');
    expect(text('align.yaml')).toContain('\ncatalogs:\n  - a catalog.yml\n  - b.yaml\n\n');
    expect(existsSync(join(cwd, 'catalog.yaml'))).toBe(false);
    expect((await align('validate')).out).toContain('2 catalogs and the project align.yaml');
  });

  const answering = async (argv: readonly string[], answers: string[]) => {
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift() ?? '';
    };
    const silent = { write: () => true, isTTY: false };
    const code = await run(argv, { stdout: silent, stderr: silent, env, cwd, ask });
    return { code, asked };
  };

  it('asks at a terminal, again where an answer is no good', async () => {
    const answers = ['Arctic Council', 'arctic', 'Arctic: "who" stands where', 'maybe', 'n'];
    const { code, asked } = await answering(['init'], answers);
    expect(code).toBe(0);
    expect(asked).toEqual([
      'Id of your catalog (my-catalog): ',
      expect.stringMatching(/^ {2}expected a lower-case id .*\nId of your catalog/),
      'Its title (My catalog): ',
      'A policy for align check as well (yes): ',
      '  answer yes or no\nA policy for align check as well (yes): ',
    ]);
    expect(text('catalog.yaml')).toContain(
      '\ncatalog: arctic\ntitle: "Arctic: \\"who\\" stands where"\n',
    );
    expect(existsSync(join(cwd, 'policies'))).toBe(false);
    expect(await align('validate')).toMatchObject({ code: 0, err: '' });
    expect((await align('list', 'catalogs')).out).toContain('Arctic: "who" stands where');
  });

  it('asks nothing with --yes, nor before it knows that it may write', async () => {
    expect(await answering(['init', '-y'], [])).toEqual({ code: 0, asked: [] });
    expect(text('catalog.yaml')).toBe(own);
    expect(await answering(['init'], [])).toEqual({ code: 2, asked: [] });
  });
});

describe('catalogs that lie about', () => {
  const note =
    'align: mine.yaml looks like a catalog, but the bundled catalogs are meant here\n' +
    '  align init makes a project of it; -c mine.yaml means it this once\n';

  it.each([
    ['score', 'china', 'russia'],
    ['list'],
    ['validate'],
    ['drift', 'china', 'russia', '--before', '2005..2014', '--after', '2015..2025'],
  ])('are pointed out, once, by %s', async (...argv) => {
    put({ 'mine.yaml': own, 'compose.yaml': 'services:\n  catalog: x\n' });
    expect(await align(...argv)).toMatchObject({ code: 0, err: note });
  });

  it('are named, and how many more there are', async () => {
    put(Object.fromEntries(['a', 'b', 'c d', 'e', 'f'].map((name) => [`${name}.yaml`, own])));
    expect((await align('list')).err).toBe(
      'align: a.yaml, b.yaml, c d.yaml and 2 more look like catalogs, but the bundled catalogs are meant here\n' +
        '  align init makes a project of them; -c a.yaml b.yaml "c d.yaml" means them this once\n',
    );
  });

  it('may have any name', async () => {
    put({ 'a\u001B[31m\nalign: all is well.yaml': own });
    const { err } = await align('list');
    expect(err.split('\n')).toHaveLength(3);
    expect(err).not.toContain('\u001B');
    const { out } = await align('init');
    expect(out).not.toContain('\u001B');
    expect(await align('validate')).toMatchObject({ code: 0, err: '' });
  });

  it('are not where others are named, nor where nothing is read, nor for who wants it quiet', async () => {
    put({ 'mine.yaml': own, 'watch.yaml': `catalogs: [mine.yaml]\n${starterPolicy()}` });
    for (const argv of [
      ['list', '-c', 'mine.yaml'],
      ['list', '-c', 'eurasia-2020'],
      ['list', '--quiet'],
      ['list', 'measures'],
      ['validate', 'mine.yaml'],
      ['check', 'watch.yaml'],
      ['schema'],
    ])
      expect(await align(...argv), argv.join(' ')).toMatchObject({ code: 0, err: '' });
    const chosen = await runHere(['list'], cwd, { ...env, ALIGN_CATALOG: 'mine.yaml' });
    expect(chosen).toMatchObject({ code: 0, err: '' });
  });

  it('are told by their keys, whatever is wrong with them', async () => {
    put({ 'mine.yaml': `\uFEFF# ${'x'.repeat(9000)}\n"catalog" : 3\nissues:\n\t- broken\n` });
    expect((await align('list')).err).toBe(note);
    put({ 'mine.yaml': 'catalogs: [x]\ntitle: no catalog\n', '.hidden.yaml': own, 'a.txt': own });
    expect((await align('list')).err).toBe('');
  });

  it('beside a project that has none or others, are pointed out too', async () => {
    put({ 'align.yaml': 'defaults: {from: 2015}\n', 'mine.yaml': own });
    expect((await align('list')).err).toContain(
      'name it under catalogs in align.yaml; -c mine.yaml',
    );
    put({
      'align.yaml': 'catalogs: [other.yaml, folder]\n',
      'other.yaml': own,
      'folder/in.yaml': own,
    });
    expect((await align('list', 'topics')).err).toBe('');
    expect((await align('validate', '-q')).err).toBe('');
    expect((await align('validate')).err).toBe(
      'align: mine.yaml looks like a catalog, and align.yaml does not name it\n  add it under catalogs\n',
    );
  });
});

describe('a project', () => {
  it('that is broken is refused by all but validate, which says what is wrong', async () => {
    put({ 'align.yaml': 'catalogs: [own.yaml]\ndefaults: {measure: kapa}\n', 'own.yaml': own });
    const finding = 'align.yaml:2:21: error: no measure is called "kapa" [unknown-measure]';
    const refused = await align('score', 'china', 'russia');
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toContain(`align: 1 error in the project\n${finding}\n`);
    expect(refused.err).toContain('--no-project leaves align.yaml out of account');
    expect(await align('score', 'china', 'russia', '--no-project')).toMatchObject({ code: 0 });
    const told = await align('validate');
    expect(told).toMatchObject({ code: 1, err: '' });
    expect(told.out).toContain(finding);
    expect(told.out).toContain('1 error in 1 catalog and the project align.yaml');
    expect(await align('validate', 'own.yaml')).toMatchObject({ code: 0 });
    expect(await align('schema')).toMatchObject({ code: 0, err: '' });
  });

  it('that misspells its catalogs is not taken for one without', async () => {
    put({ 'align.yaml': 'catalog: [own.yaml]\n', 'own.yaml': own });
    const { code, out } = await align('validate');
    expect(code).toBe(1);
    expect(out).toContain('did you mean "catalogs"?');
    expect(out).toContain('1 error in 0 catalogs and the project align.yaml');
  });

  it('that names what is not there says where', async () => {
    put({
      'align.yaml': 'catalogs:\n  - own.yaml\n  - gone.yaml\npolicies: [gone-too.yaml]\n',
      'own.yaml': own,
    });
    const refused = await align('list');
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toBe(
      'align: align.yaml:3:5: cannot read the catalog gone.yaml: there is no such file\n',
    );
    const { code, out } = await align('validate', '-f', 'json');
    expect(code).toBe(1);
    const { diagnostics, files } = JSON.parse(out) as {
      diagnostics: { code: string; line: number; file: string }[];
      files: string[];
    };
    expect(diagnostics.map((each) => `${each.code} ${each.file}:${each.line}`)).toEqual([
      'no-such-file align.yaml:3',
      'no-such-file align.yaml:4',
    ]);
    expect(files).toEqual(['own.yaml', 'align.yaml']);
  });

  it('has its policies, defaults and weights validated in its catalogs', async () => {
    put({
      'align.yaml':
        'catalogs: [own.yaml]\ndefaults: {topic: rivrs}\nweights: w.yaml\npolicies: [p/a.yaml, p/b.yaml]\n',
      'own.yaml': own,
      'w.yaml': 'issues: {dam-2023: 2}\n',
      'p/a.yaml': 'assertions:\n  - {id: a, between: [china, atlantis], atLeast: 0}\n',
      'p/b.yaml':
        'catalogs: [none.yaml]\nassertions:\n  - {id: a, between: [china, russia], atLeast: 0}\n',
    });
    const { code, out, err } = await align('validate');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const places = out.split('\n').filter((line) => /^\S+:\d+:\d+: /.test(line));
    expect(places.map((line) => line.replace(/: error: .* \[/, ' ['))).toEqual([
      'align.yaml:2:19 [unknown-topic]',
      'align.yaml:3:10 [weights]',
      'p/a.yaml:2:30 [unknown-country]',
      'p/b.yaml:1:11 [catalogs]',
    ]);
    expect(out).toContain('4 errors in 1 catalog, 2 policies and the project align.yaml');
  });

  it('that is no regular file is refused, and nothing waits for it', async () => {
    mkdirSync(join(cwd, 'align.yaml'));
    expect((await align('list')).err).toBe('align: cannot read align.yaml: it is a directory\n');
    rmSync(join(cwd, 'align.yaml'), { recursive: true });
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(cwd, 'align.yaml')]);
    expect(await align('list')).toMatchObject({
      code: 3,
      err: 'align: cannot read align.yaml: it is no regular file\n',
    });
    expect(await align('list', '--no-project')).toMatchObject({ code: 0 });
  });

  it('and its policies are no catalogs to validate by name', async () => {
    await align('init');
    for (const [file, what] of [
      ['./align.yaml', 'the project file'],
      ['policies/watch.yaml', 'a policy of align.yaml'],
    ] as const)
      expect(await align('validate', 'catalog.yaml', file)).toEqual({
        code: 2,
        out: '',
        err: `align: ${file} is ${what}, no catalog\n  align validate without names checks it with all that belongs to it\n`,
      });
  });

  it('is no catalog of its folder', async () => {
    await align('init');
    const { code, out } = await align('list', 'catalogs', '-c', '.', '-f', 'csv');
    expect(code).toBe(0);
    expect(out.match(/^my-catalog,/gm)).toHaveLength(1);
  });

  it('ends at a nearer one', async () => {
    put({
      'align.yaml': 'catalogs: [own.yaml]\n',
      'own.yaml': own,
      'in/align.yaml': 'catalogs: [eurasia-2020]\n',
    });
    const { out } = await runHere(['list', 'catalogs', '-f', 'csv'], join(cwd, 'in'), env);
    expect(out).toMatch(/^eurasia-2020,/m);
    expect(out).not.toMatch(/^my-catalog,/m);
  });
});

describe('a policy on others than the catalogs are about', () => {
  const other =
    'catalog: rivers\ntitle: Rivers\nsources: {d: {title: Desk}}\ntopics: {t: T}\nissues:\n  - {id: a, title: A, topic: t, date: 2024, sources: [d], positions: {austria: oppose, russia: support}}\n';

  it('is told by validate where it names them, and by check with what to do', async () => {
    await align('init', '--yes');
    put({ 'catalog.yaml': other });
    const { code, out } = await align('validate');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^policies\/watch\.yaml:7:15: warning: the catalogs have no position of China \[no-position\]\n/,
    );
    expect(out).toContain('name sides that they have some of (align list countries)');
    expect(out).not.toContain('position of Russia');
    expect((await align('validate', '--max-warnings', '0')).code).toBe(1);
    const checked = await align('check');
    expect(checked.code).toBe(1);
    expect(checked.out.replaceAll(/\s+/g, ' ')).toContain(
      'China has a position on 0 and Russia on 1; name sides that have some (align list countries), widen the selection, or set allowMissing',
    );
  });

  it('is fine with blocs of whom some have one, and where evidence may be missing', async () => {
    put({
      'align.yaml': 'catalogs: [own.yaml]\npolicies: [watch.yaml]\n',
      'own.yaml': `${other}groups: {all: [austria, china]}\n`,
      'watch.yaml':
        'assertions:\n  - {id: a, between: [all, russia], atLeast: 0}\n  - {id: b, between: [china, russia], atLeast: 0, allowMissing: true}\n',
    });
    expect((await align('validate')).out).toMatch(/nothing to complain about/);
  });
});

describe('what to ask next', () => {
  const files = {
    'align.yaml': 'catalogs: [own.yaml]\ndefaults: {from: 2024-01}\n',
    'own.yaml': own,
    'watch.yaml': 'assertions:\n  - {id: a, between: [china, russia], atLeast: 0.99}\n',
  };
  /** The commands at the ends of lines, those that go on below put together. */
  const asked = async (...argv: readonly string[]) => {
    const { out, err } = await runHere(argv, cwd, { ...env, COLUMNS: '300' });
    return [/align (?:explain|drift|trend) .*$/m.exec(out)?.[0], err];
  };

  it('is without what the project gives, as it holds there anyway', async () => {
    put(files);
    expect(await asked('score', 'china', 'russia')).toEqual(['align explain chn rus', '']);
    expect(await asked('score', 'china', 'russia', 'india')).toEqual(['align explain chn rus', '']);
    expect(await asked('check', 'watch.yaml')).toEqual([
      expect.stringMatching(/^align explain chn rus [\w-]+ --from 2024-01$/),
      '',
    ]);
    const { out } = await align('score', 'china', 'russia', '-f', 'json');
    expect(JSON.parse(out)).toMatchObject({
      provenance: {
        options: { catalog: ['own.yaml'], from: '2024-01-01' },
        project: { gives: ['catalog', 'from'] },
      },
    });
  });

  it('has what was typed, in a project and without one', async () => {
    put(files);
    const typed = ['-c', 'own.yaml', '-t', 'rivers'];
    const next = 'align explain chn rus --catalog own.yaml --topic rivers';
    expect((await asked('score', 'china', 'russia', ...typed))[0]).toBe(next);
    expect((await asked('score', 'china', 'russia', ...typed, '--no-project'))[0]).toBe(next);
    const three = await asked('score', 'china', 'russia', 'india', ...typed);
    expect(three[0]).toBe(next);
    const check = await asked('check', 'watch.yaml', '-c', 'own.yaml');
    expect(check[0]).toContain(' --catalog own.yaml');
  });
});

describe('check in a project', () => {
  const policy = (words: string) =>
    `assertions:\n  - {id: a, between: [china, russia], ${words}}\n`;

  it('judges its only policy by its defaults, in the words of the policy first', async () => {
    put({
      'align.yaml':
        'catalogs: [own.yaml]\ndefaults: {measure: identical, from: 2024-02}\npolicies: [watch.yaml]\n',
      'own.yaml': own,
      'watch.yaml': policy('atLeast: 0.5, from: 2024-01'),
    });
    const { code, out, err } = await align('check', '-f', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const {
      assertions,
      policy: about,
      provenance,
    } = JSON.parse(out) as {
      assertions: { actual: number; measure: string; question: object }[];
      policy: { file: string; catalogs: string[] };
      provenance: { project: { file: string }; options: object };
    };
    // The dam: strongly-support and neutral; the toll and the vote alike.
    expect(assertions[0]!.actual).toBeCloseTo(2 / 3, 12);
    expect(assertions[0]).toMatchObject({ question: { measure: 'identical', from: '2024-01' } });
    expect(about).toMatchObject({ file: 'watch.yaml', catalogs: ['own.yaml'] });
    expect(provenance).toMatchObject({
      project: { file: 'align.yaml' },
      options: { catalog: ['own.yaml'] },
    });
  });

  it('compares with the baseline of the project, and records it there', async () => {
    put({
      'align.yaml': 'catalogs: [own.yaml]\npolicies: [p/watch.yaml]\nbaseline: records/base.json\n',
      'own.yaml': own,
      'p/watch.yaml': policy('change: {atMost: 0.01}'),
      'records/.keep': '',
    });
    expect(await align('check')).toMatchObject({ code: 4 });
    expect(await align('check', '--update-baseline')).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'records/base.json'))).toBe(true);
    expect(await align('check', 'p/watch.yaml')).toMatchObject({ code: 0, err: '' });
    put({ 'align.yaml': `${text('align.yaml')}defaults: {measure: identical}\n` });
    const changed = await align('check');
    expect(changed.code).toBe(4);
    expect(changed.out).toContain('recorded for another measure or selection');
  });

  it('asks which of several, or of none', async () => {
    expect((await align('check')).err).toMatch(
      /^align: name a policy\n {2}such as align check watch.yaml/,
    );
    put({ 'align.yaml': 'catalogs: [own.yaml]\npolicies: [a.yaml, b.yaml]\n', 'own.yaml': own });
    const { code, err } = await align('check');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'align: name one of the policies\n  align.yaml has a.yaml, b.yaml\n',
    });
  });
});

describe('config', () => {
  const rows = (out: string) =>
    Object.fromEntries(
      out
        .split('\n')
        .slice(3)
        .map((line) => {
          const [name = '', ...rest] = line.trim().split(/ {2,}/);
          return [name, rest.join(' | ')];
        }),
    );

  it('says what is in force, and who said it', async () => {
    put({
      'align.yaml':
        'catalogs: [own.yaml]\ndefaults:\n  convention: state-2022\n  session: 70-75\n  important: true\nweights: w.yaml\npolicies: [p.yaml]\n',
      'own.yaml': own,
    });
    const { out } = await align('config', '--from', '2016', '--no-amendments');
    expect(rows(out)).toMatchObject({
      catalogs: 'own.yaml | align.yaml:1',
      measure: 'agreement | convention state-2022',
      absent: 'half | convention state-2022',
      convention: 'state-2022 | align.yaml:3',
      session: '70-75 | align.yaml:4',
      important: 'true | align.yaml:5',
      weights: 'w.yaml | align.yaml:6',
      policies: 'p.yaml | align.yaml:7',
      from: '2016-01-01 | --from',
      amendments: 'false | --no-amendments',
      salience: 'off | preset',
    });
    const other = await runHere(['config'], cwd, { ...env, ALIGN_CATALOG: 'eurasia-2020' });
    expect(rows(other.out)).toMatchObject({ catalogs: 'eurasia-2020 | ALIGN_CATALOG' });
    expect(rows(other.out)).not.toHaveProperty('weights');
  });

  it('says so where there is no project', async () => {
    const { out } = await align('config');
    expect(out).toMatch(/^No project file is in force: align init makes one\n/);
    const { project, settings } = JSON.parse((await align('config', '-f', 'json')).out) as {
      project: null;
      settings: { name: string; from: string }[];
    };
    expect(project).toBeNull();
    expect(new Set(settings.map(({ from }) => from))).toEqual(new Set(['preset']));
  });
});

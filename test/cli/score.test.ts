import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { align } from './align.ts';
import type { ScoreResult } from '../../src/results/score.ts';

const catalogs = fileURLToPath(new URL('../analysis', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'align-score-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const five = ['-c', 'five-issues.yaml'];

/** A score on the five issues that are worked out by hand in test/analysis/score.test.ts. */
const scoreFive = (...args: string[]) => align(['score', ...args, ...five], { cwd: catalogs });

async function answered(...args: string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await align(['score', ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
}

async function jsonOf(...args: string[]): Promise<ScoreResult & { provenance: unknown }> {
  return JSON.parse(await answered(...args, '--format', 'json')) as ScoreResult & {
    provenance: unknown;
  };
}

describe('the bundled catalogs', () => {
  it('China and Russia: the contributions sum to the score', async () => {
    const result = await jsonOf('china', 'russia');
    const sum = result.issues.reduce((total, { contribution }) => total + contribution!, 0);
    expect(sum).toBeCloseTo(result.alignment.value!, 12);
    expect(result.issues).toHaveLength(result.coverage.joint);
    expect(result.coverage.joint).toBeGreaterThan(100);
  });

  it('Russia and China are the same numbers', async () => {
    const [one, other] = await Promise.all([jsonOf('china', 'russia'), jsonOf('russia', 'china')]);
    expect(other.countries).toEqual(one.countries.toReversed());
    for (const key of ['alignment', 'divergence', 'counts', 'verdict', 'percentile'] as const)
      expect(other[key]).toEqual(one[key]);
    expect(other.measures.map(({ reason: _, ...rest }) => rest)).toEqual(
      one.measures.map(({ reason: _, ...rest }) => rest),
    );
    expect(other.topics).toEqual(one.topics);
    expect(other.sensitivity).toEqual(one.sensitivity);
    expect(other.issues.map(({ positions }) => positions)).toEqual(
      one.issues.map(({ positions }) => positions.toReversed()),
    );
  });

  it('by other names it is the same question', async () => {
    const asked = await answered('china', 'russia');
    for (const names of [
      ['prc', 'russian federation'],
      ['CN', 'RUS'],
      ['中国', '俄罗斯'],
    ])
      expect(await answered(...names)).toBe(asked);
  });

  it('one topic, and a bloc', async () => {
    const topic = await jsonOf('china', 'india', '--topic', 'territorial-disputes');
    expect(topic.coverage.joint).toBeGreaterThan(0);
    expect(topic.coverage.joint).toBeLessThan(50);
    const bloc = await jsonOf('india', 'quad');
    expect(bloc.countries[1].members).toContain('IND');
    expect(bloc.coverage.joint).toBeGreaterThan(5);
  });

  it('to a file, its format by the extension, nothing on stdout', async () => {
    const directory = mkdtempSync(join(scratch, 'out-'));
    const file = join(directory, 'x.csv');
    expect(await answered('russia', 'china', '-o', file)).toBe('');
    const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
    const { issues, alignment } = await jsonOf('russia', 'china');
    expect(rows.map(({ issue }) => issue)).toEqual(issues.map(({ id }) => id));
    const sum = rows.reduce((total, { contribution }) => total + Number(contribution), 0);
    expect(sum).toBeCloseTo(alignment.value!, 12);
    expect(readdirSync(directory)).toEqual(['x.csv']);
  });

  it('every convention and every measure answers', async () => {
    for (const convention of ['voeten', 'pct-agree', 'haege', 'state-2022', 'publicwhip']) {
      const args = ['usa', 'israel', '-c', 'un-general-assembly', '--convention', convention];
      expect((await jsonOf(...args)).alignment.value).toBeGreaterThan(0.2);
    }
    for (const { id } of measures)
      expect((await jsonOf('china', 'russia', '-m', id)).alignment).toMatchObject({
        measure: id,
        value: expect.any(Number),
        low: expect.any(Number),
      });
  });
});

describe('the answer of score fits a window of 80 by 24', () => {
  it.each([
    ['china', 'russia'],
    ['china', 'russia', '--to', '2020-10-21'],
    ['usa', 'uk'],
    ['united states', 'united arab emirates'],
    ['india', 'quad'],
    ['france', 'china', '-c', 'un-security-council'],
    ['china', 'russia', '-m', 'kappa'],
    ['bosnia and herzegovina', 'saint vincent and the grenadines', '-c', 'un-general-assembly'],
  ])('%s %s %s %s', async (...args) => {
    const { stdout, stderr, exitCode } = await align(['score', ...args], {
      env: { COLUMNS: '80' },
    });
    if (exitCode === 4) return;
    expect(stderr).toBe('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const full = await align(['score', ...args, '--full'], { env: { COLUMNS: '80' } });
    expect(full.stdout.split('\n').length).toBeGreaterThan(lines.length);
    expect(full.stdout).not.toContain('More: --full');
  });
});

/** JSON with the first of its measures: what others there are is no matter of form. */
function withOneMeasure(text: string): string {
  return text.replace(/("measures": \[\n {4}\{[^]*?\n {4}\})[^]*?\n {2}\],/, '$1\n  ],');
}

describe('the output', () => {
  it.each([
    ['table', 'score/table.golden', []],
    ['json', 'score/json.golden', ['-f', 'json']],
    ['csv', 'score/csv.golden', ['-f', 'csv']],
  ])('as %s', async (_, golden, options) => {
    const { stdout, stderr, exitCode } = await align(
      ['score', 'china', 'russia', ...five, ...options],
      { cwd: catalogs, env: { COLUMNS: '80' } },
    );
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    await expect(withOneMeasure(stdout)).toMatchFileSnapshot(golden);
  });

  it('as json has every measure', async () => {
    const { measures: given } = JSON.parse(
      (await scoreFive('china', 'russia', '-f', 'json')).stdout,
    );
    expect(given.map(({ id }: { id: string }) => id)).toEqual(measures.map(({ id }) => id));
  });

  it('CSV and JSON say the same', async () => {
    const [json, csv] = await Promise.all([
      scoreFive('china', 'india', '-f', 'json', '--absent', 'half'),
      scoreFive('china', 'india', '-f', 'csv', '--absent', 'half'),
    ]);
    const result = JSON.parse(json.stdout) as ScoreResult;
    const rows: Record<string, string>[] = parse(csv.stdout, { columns: true });
    expect(rows).toEqual(
      result.issues.map((issue) => ({
        country_a: 'CHN',
        country_b: 'IND',
        issue: issue.id,
        title: issue.title,
        topic: issue.topics.join('|'),
        from: issue.from,
        to: issue.to,
        position_a: issue.positions[0],
        position_b: issue.positions[1],
        distance: String(issue.distance),
        similarity: String(1 - issue.distance),
        weight: String(issue.weight),
        contribution: String(issue.contribution),
        depth: issue.depth,
        sources: issue.sources.join('|'),
        catalog: issue.catalog,
        series: issue.series ?? '',
        name_a: 'China',
        name_b: 'India',
        cow_a: 'CHN',
        cow_b: 'IND',
      })),
    );
    expect(csv.stdout.split('\r\n')).toHaveLength(rows.length + 2);
  });

  it('a measure that does not decompose leaves the contributions empty, and says so', async () => {
    const args = ['china', 'russia', '-m', 'kappa', '--full'];
    const [table, json, csv] = await Promise.all([
      scoreFive(...args),
      scoreFive(...args, '-f', 'json'),
      scoreFive(...args, '-f', 'csv'),
    ]);
    expect(table.stdout).toMatch(/^ {2}κ {13}0\.18/mu);
    expect(table.stdout).toContain('kappa does not decompose');
    expect((JSON.parse(json.stdout) as ScoreResult).issues[0]?.contribution).toBeNull();
    const rows: Record<string, string>[] = parse(csv.stdout, { columns: true });
    expect(rows.map(({ contribution }) => contribution)).toEqual(['', '', '', '', '']);
  });

  it('an undefined score is null with a reason, a dash and a sentence, and an empty cell', async () => {
    const args = ['china', 'india', '-m', 'kappa', '--absent', 'half'];
    const [table, json] = await Promise.all([scoreFive(...args), scoreFive(...args, '-f', 'json')]);
    expect(table.stdout).toMatch(/^ {2}κ {13}–/mu);
    expect(table.stdout).toContain('some issues have a distance but no pair of positions');
    // Without the absences it is defined, so that more than the rule would be said to matter.
    expect(table.stdout).not.toContain('whatever absences count as');
    expect((JSON.parse(json.stdout) as ScoreResult).alignment).toMatchObject({
      value: null,
      low: null,
      high: null,
      reason: expect.stringMatching(/chance agreement is unknown$/),
    });
  });

  it.each(['40', '60', '80', '120', '200'])('fits a window of %s columns', async (COLUMNS) => {
    for (const args of [
      ['score', 'china', 'russia'],
      ['score', 'usa', 'p5', '--absent', 'half', '-m', 'kappa'],
      ['score', 'china', 'sao tome', '--full', '-c', 'un-general-assembly'],
    ]) {
      const { stdout } = await align(args, { env: { COLUMNS } });
      const tooWide = stdout.split('\n').filter((line) => stringWidth(line) > Number(COLUMNS));
      expect(tooWide).toEqual([]);
    }
  });

  it.each<[string, string[], Record<string, string>, boolean]>([
    ['when piped', [], {}, false],
    ['with FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['with FORCE_COLOR and NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['with --color', ['--color'], {}, true],
    ['with --color and NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['with --no-color', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['with FORCE_COLOR 0', [], { FORCE_COLOR: '0' }, false],
  ])('colour %s', async (_, options, env, colored) => {
    const { stdout } = await align(['score', 'china', 'russia', ...options], { env });
    // eslint-disable-next-line no-control-regex
    expect(/\u001B\[/u.test(stdout)).toBe(colored);
    const plain = await align(['score', 'china', 'russia']);
    // eslint-disable-next-line no-control-regex
    expect(stdout.replaceAll(/\u001B\[\d+m/gu, '')).toBe(plain.stdout);
  });

  it('a reader that has seen enough is no error', () => {
    for (const command of ['score china russia', 'score china russia -f json', 'list issues']) {
      const outcome = execFileSync(
        'bash',
        [
          '-c',
          `"$0" "$1" ${command} | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`,
          process.execPath,
          bin,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
      );
      expect(outcome).toBe('0\n');
    }
  });
});

it('a text that comes back parts the two once, under its latest title; titles alike do not', async () => {
  const file = join(scratch, 'recurring.yaml');
  const issue = (id: string, title: string, year: number, rest: string) =>
    `  - {id: ${id}, title: '${title}', topic: t, date: ${year}, scale: vote, ${rest}}`;
  const apart = 'positions: {china: {stance: no}, russia: {stance: yes}}';
  writeFileSync(
    file,
    [
      'catalog: recurring\ntitle: Recurring\ntopics: {t: Topic}\nissues:',
      issue('death-1', 'Death penalty (2007)', 2007, `series: death, ${apart}`),
      issue('death-3', 'Moratorium, 16 December 2020', 2020, `series: death, ${apart}`),
      issue('death-2', 'Death penalty (2016)', 2016, `series: death, ${apart}`),
      issue('other-1', 'Landmines (2010)', 2010, apart),
      issue('other-2', 'Landmines (2011)', 2011, apart),
    ].join('\n'),
  );
  const { stdout } = await align(['score', 'china', 'russia', '-c', file]);
  expect(stdout).toMatch(/Moratorium, 3 times/);
  expect(stdout).toMatch(/Landmines \(2010\)/);
  expect(stdout).toMatch(/Landmines \(2011\)/);
  const explained = await align(['explain', 'china', 'russia', '-c', file]);
  expect(explained.stdout).toMatch(/“Moratorium” \(3 votes, 2007–2020\)/);
  const json = await align(['score', 'china', 'russia', '-c', file, '-f', 'json']);
  const { issues } = JSON.parse(json.stdout) as ScoreResult;
  expect(issues.map(({ series }) => series)).toEqual(['death', null, null, 'death', 'death']);
});

it('a bloc may be called what every object has, read for the first time and from the cache', async () => {
  const file = join(scratch, 'blocs.yaml');
  const held = 'positions: {China: support, India: support, Russia: oppose}';
  writeFileSync(
    file,
    `catalog: mine\ntitle: Mine\nsources: {paper: {title: A paper}}\ntopics: {war: War}\ngroups: {constructor: [China, India]}\nissues:\n  - {id: one, title: T, topic: war, date: 2020, ${held}, sources: [paper]}\n`,
  );
  const env = { ALIGN_CACHE: join(scratch, 'cache') };
  for (const _ of ['first', 'again']) {
    const { stdout, exitCode } = await align(['score', 'constructor', 'russia', '-c', file], {
      env,
    });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('1 issue')]);
  }
});

describe('bad input', () => {
  const write = (name: string, content: string | Buffer): string => {
    const file = join(scratch, name);
    writeFileSync(file, content);
    return file;
  };
  const files = {
    empty: write('empty.yaml', ''),
    syntax: write('syntax.yaml', 'catalog: a\n  b: [\n'),
    shape: write('shape.yaml', 'catalog: 5\nissues: {}\n'),
    binary: write('binary.yaml', Buffer.from([0, 255, 254, 7, 9])),
    half: write(
      'half.yaml',
      [
        'catalog: half',
        'title: Half wrong',
        'topics: {t: T}',
        'issues:',
        '  - {id: a, title: A, topic: t, date: 2020-01-01, positions: {chna: {stance: support}}}',
        '  - {id: a, title: B, topic: u, date: 2020-01-01, positions: {china: {stance: great}}}',
        '',
      ].join('\n'),
    ),
    weights: write('weights.yaml', 'issues: {border: -1}\n'),
    unknownWeights: write('unknown.yaml', 'issues: {bordr: 2}\ntopics: {trad: 3}\n'),
    directory: join(scratch, 'nothing'),
  };

  it.each<[string, string[], number, RegExp]>([
    ['a territory', ['greenland', 'russia'], 2, /called "greenland"\n {2}Denmark speaks for it;/],
    ['an unknown country', ['chna', 'russia'], 2, /no country or bloc is called "chna"\n.*China/u],
    ['an ambiguous country', ['korea', 'russia'], 2, /South Korea \(KOR\), North Korea \(PRK\)/u],
    ['a country with itself', ['china', 'prc'], 2, /compared with itself/u],
    ['one country', ['china'], 2, /missing required argument/u],
    ['an unknown measure', ['china', 'russia', '-m', 'kapa'], 2, /"kapa"\n.*kappa/u],
    ['an unknown option', ['china', 'russia', '--topics', 'x'], 2, /unknown option '--topics'/u],
    ['an unknown topic', ['china', 'russia', '-t', 'cybr'], 2, /"cybr".*\n.*cyber/u],
    ['an unknown format', ['china', 'russia', '-f', 'xml'], 2, /table, json, csv/u],
    [
      'an unknown convention',
      ['china', 'russia', '--convention', 'state-2021'],
      2,
      /do not follow from its own counts/u,
    ],
    [
      'a distance that plays no part',
      ['china', 'russia', '-m', 'tau-b', '--distance', 'linear'],
      2,
      /tau-b takes no distance/u,
    ],
    [
      'a distance that the measure has not',
      ['china', 'russia', '-m', 'alignment-index', '--distance', 'nominal'],
      2,
      /alignment-index takes no nominal distance\n.*linear, squared/u,
    ],
    ['no date', ['china', 'russia', '--to', '2020-13'], 2, /"2020-13" is no date/u],
    ['a missing catalog', ['china', 'russia', '-c', files.directory], 3, /no such file/u],
    ['an empty catalog', ['china', 'russia', '-c', files.empty], 3, /empty\.yaml:1:1/u],
    ['a catalog that is no YAML', ['china', 'russia', '-c', files.syntax], 3, /syntax\.yaml:2:3/u],
    ['a catalog that is no text', ['china', 'russia', '-c', files.binary], 3, /binary\.yaml/u],
    ['a catalog of another shape', ['china', 'russia', '-c', files.shape], 3, /shape\.yaml:1:10/u],
    [
      'a catalog half wrong, all findings at once',
      ['china', 'russia', '-c', files.half],
      3,
      /half\.yaml:5:[^]*chna[^]*half\.yaml:6:[^]*/u,
    ],
    [
      'weights below 0',
      ['china', 'russia', '--weights', files.weights],
      3,
      /"border" must be from/u,
    ],
    [
      'weights of what no catalog has',
      ['china', 'russia', '--weights', files.unknownWeights],
      2,
      /bordr[^]*trad/u,
    ],
    [
      'an output directory that is not there',
      ['china', 'russia', '-o', join(scratch, 'no', 'x.json')],
      3,
      /there is no directory/u,
    ],
    [
      'an output directory that is a file',
      ['china', 'russia', '-o', join(files.empty, 'x.json')],
      3,
      /is no directory/u,
    ],
    ['an output that is a directory', ['china', 'russia', '-o', scratch], 3, /is a directory/u],
    [
      'no joint issue',
      ['china', 'tuvalu', '-c', join(catalogs, 'five-issues.yaml')],
      4,
      /of 5 issues, China has a position on 5 and Tuvalu on 0/u,
    ],
  ])('%s', async (_, args, exitCode, message) => {
    const outcome = await align(['score', ...args]);
    expect(outcome.stderr).toMatch(message);
    expect(outcome).toMatchObject({ stdout: '', exitCode });
    expect(outcome.stderr).not.toMatch(/^\s+at /mu);
  });

  it('a stack is shown with --debug alone', async () => {
    const { stderr, exitCode } = await align(['score', 'chna', 'russia', '--debug']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^ +at /mu);
  });

  it('a name nobody has gets each bloc once, though several catalogs define it', async () => {
    const { stderr, exitCode } = await align(['score', 'chnia', 'russia']);
    expect(exitCode).toBe(2);
    expect(stderr.match(/\bbrics\b/g)).toHaveLength(1);
  });

  it('an output that cannot be written is said before a catalog is read', async () => {
    const args = [
      'score',
      'china',
      'russia',
      '-c',
      files.half,
      '-o',
      join(scratch, 'no/where.json'),
    ];
    const { stderr, exitCode } = await align(args);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('no/where.json');
    expect(stderr).not.toContain('half.yaml');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const cwd = fileURLToPath(new URL('golden/explain', import.meta.url));
const invented = ['-c', 'invented.yaml', '--quiet'];

interface SentenceJson {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly marks: readonly number[];
  readonly data: unknown;
  readonly evidence: Readonly<Record<'issues' | 'interactions' | 'sources', readonly string[]>>;
}

interface ExplainJson {
  readonly schema: string;
  readonly sentences: readonly SentenceJson[];
  readonly sources: readonly { readonly mark: number; readonly id: string }[];
  readonly coverage: { readonly joint: number };
  readonly provenance: object;
}

async function explain(...args: string[]): Promise<ExplainJson> {
  const { stdout, exitCode } = await align(['explain', ...args, '-f', 'json'], { cwd });
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as ExplainJson;
}

describe('the page', () => {
  it.each([
    ['rich', ['norway', 'sweden']],
    ['thin', ['iceland', 'finland']],
    ['no-interaction', ['norway', 'finland']],
    ['only-conflict', ['norway', 'denmark']],
    ['bloc', ['norway', 'coast']],
  ])('of a dyad: %s', async (name, sides) => {
    const { stdout, stderr } = await align(['explain', ...sides, ...invented], { cwd });
    expect(stderr).toBe('');
    await expect(stdout).toMatchFileSnapshot(`golden/explain/${name}.txt`);
  });

  it('on one issue', async () => {
    const { stdout } = await align(['explain', 'norway', 'sweden', 'cod-quota-2020', ...invented], {
      cwd,
    });
    await expect(stdout).toMatchFileSnapshot('golden/explain/issue.txt');
  });

  it('as Markdown', async () => {
    const args = ['explain', 'norway', 'sweden', ...invented, '-f', 'markdown'];
    const { stdout } = await align(args, { cwd });
    await expect(stdout).toMatchFileSnapshot('golden/explain/rich.md');
  });

  it('fits the width it is given, unless a URL does not', async () => {
    const args = ['explain', 'china', 'russia', '--to', '2020-10-21'];
    const { stdout } = await align(args, { env: { COLUMNS: '60' } });
    const wide = stdout.split('\n').filter((line) => line.length > 60 && !line.includes('://'));
    expect(wide).toEqual([]);
  });
});

/** Every number within, and every number written in any text within. */
function numbersOf(data: unknown): { readonly values: number[]; readonly texts: string[] } {
  const values: number[] = [];
  const texts: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part === 'number') values.push(part);
    else if (typeof part === 'string') texts.push(part);
    else if (part !== null && typeof part === 'object') Object.values(part).forEach(visit);
  };
  visit(data);
  return { values, texts };
}

/** Ways in which a number may be printed. */
function printed(value: number): string[] {
  const plain = (digits: number) => value.toFixed(digits).replace('-', '−');
  return [plain(0), plain(1), plain(2), plain(3), String(Math.round(value * 100))]
    .flatMap((text) => [text, text.replace(/^−(0\.?0*)$/, '$1'), `+${text}`])
    .map((text) => text.replaceAll(/\B(?=(?:\d{3})+$)/g, ','));
}

describe('sentences as data', () => {
  it.each([
    ['norway', 'sweden', ...invented],
    ['norway', 'denmark', ...invented],
    ['iceland', 'finland', ...invented],
    ['china', 'russia', '--to', '2020-10-21'],
    ['india', 'pakistan'],
    ['usa', 'quad'],
    ['china', 'usa', '-m', 'kappa', '--absent', 'half'],
  ])('every number that %s – %s prints is in the data beside it', async (...args) => {
    const { sentences } = await explain(...args);
    for (const { text, data, kind } of sentences) {
      const { values, texts } = numbersOf(data);
      // Of what acted together or in all only the parts are data.
      const sums = values.flatMap((x) =>
        values.flatMap((y) => [x + y, x / y, (x + y) / (values[0] ?? 1)]),
      );
      const allowed = new Set([
        ...[...values, ...(kind === 'depth' ? sums : [])].flatMap(printed),
        ...texts.flatMap((each) => each.match(/\d+/g) ?? []).map((each) => String(Number(each))),
      ]);
      const shown = text.match(/[+−]?\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
      const strange = shown.filter(
        (number) =>
          !allowed.has(number) &&
          !allowed.has(String(Number(number.replace(/^[+−]/, '')))) &&
          !texts.some((each) => each.includes(number)),
      );
      expect({ text, strange }).toEqual({ text, strange: [] });
    }
  });

  it('every sentence rests on issues or interactions, and marks resolve', async () => {
    const { sentences, sources, schema, coverage, provenance } = await explain(
      'china',
      'russia',
      '--to',
      '2020-10-21',
    );
    expect(schema).toBe('align/explain@1');
    expect(coverage.joint).toBeGreaterThan(100);
    expect(provenance).toBeDefined();
    expect(sources.map(({ mark }) => mark)).toEqual(sources.map((_, i) => i + 1));
    for (const { text, evidence, marks } of sentences) {
      expect(evidence.issues.length + evidence.interactions.length, text).toBeGreaterThan(0);
      expect(marks.length, text).toBeGreaterThan(0);
      for (const mark of marks) expect(evidence.sources).toContain(sources[mark - 1]?.id);
    }
  });

  it.each([
    ['norway', 'sweden', ...invented],
    ['norway', 'denmark', ...invented],
    ['china', 'russia', '--to', '2020-10-21'],
    ['india', 'usa'],
  ])('%s – %s the other way round swaps the roles and changes no number', async (a, b, ...rest) => {
    const [one, other] = [await explain(a, b, ...rest), await explain(b, a, ...rest)];
    const byId = (x: SentenceJson, y: SentenceJson) => (x.id < y.id ? -1 : 1);
    const [first = [], second = []] = [one, other].map(({ sentences }) => sentences.toSorted(byId));
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    for (const [i, { text, data, evidence }] of first.entries()) {
      expect(swapSides(second[i]?.data), text).toEqual(swapSides(swapSides(data)));
      expect([...(second[i]?.evidence.issues ?? [])].sort()).toEqual([...evidence.issues].sort());
      // The same words in another order.
      const words = (sentence = '') => sentence.toLowerCase().match(/\p{L}+|\d+(?:\.\d+)?/gu) ?? [];
      expect(words(second[i]?.text).sort(), text).toEqual(words(text).sort());
    }
  });
});

/** Whatever is said of the first said of the second; numbers to nine places, since sums differ beyond. */
function swapSides(data: unknown, key = ''): unknown {
  const aSide = ['side', 'stake', 'by'].includes(key);
  if (typeof data === 'number') return aSide ? 1 - data : Number(data.toFixed(9));
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) {
    const sides = ['positions', 'notes', 'noSide', 'higher', 'known', 'absent', 'sides', 'by'];
    const parts = data.map((part) => swapSides(part));
    return sides.includes(key) ? parts.toReversed() : parts;
  }
  const other: Readonly<Record<string, string>> = { a: 'b', b: 'a' };
  return Object.fromEntries(
    Object.entries(data).map(([name, part]) => [other[name] ?? name, swapSides(part, name)]),
  );
}

describe('the partnership of China and Russia by 21 October 2020', () => {
  it('is told as it was seen then', async () => {
    const { sentences } = await explain('china', 'russia', '--to', '2020-10-21');
    const all = (kind: string) =>
      sentences
        .filter((sentence) => sentence.kind === kind)
        .map(({ text }) => text)
        .join('\n');
    expect(all('parallel')).toMatch(/Belarus.*In parallel/);
    expect(all('parallel')).toMatch(/Nagorno-Karabakh.*In parallel/);
    expect(all('parallel')).toMatch(/no step together|no common text/);
    expect(all('apart-stance')).toMatch(/Ladakh.*Russia took no side/);
    expect(all('military')).toMatch(/Kavkaz/);
    expect(all('conflict')).toMatch(/Vladivostok/);
    expect(all('vetoes')).toMatch(/voted down 13 drafts/);
  });
});

describe('formats and errors', () => {
  it('CSV has a row per joint issue, as of the score', async () => {
    const explained = await align(['explain', 'norway', 'sweden', ...invented, '-f', 'csv'], {
      cwd,
    });
    const scored = await align(['score', 'norway', 'sweden', ...invented, '-f', 'csv'], { cwd });
    expect(explained.stdout).toBe(scored.stdout);
    const one = await align(
      ['explain', 'norway', 'sweden', 'strait-2020', ...invented, '-f', 'csv'],
      { cwd },
    );
    const rows = parse(one.stdout, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ issue }) => issue)).toEqual(['strait-2020']);
  });

  it('an issue says what it adds and what is missing', async () => {
    const { stdout } = await align(
      ['explain', 'norway', 'sweden', 'strait-2020', ...invented, '-f', 'json'],
      { cwd },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'align/explain-issue@1',
      depth: 'apart',
      distance: 0.5,
      positions: [
        { label: 'strongly-support', salience: 'high', note: 'Sent a note.' },
        { label: 'neutral', salience: 'medium' },
      ],
    });
  });

  it('a membership is explained as a fact, without a share in the score', async () => {
    const args = ['explain', 'norway', 'denmark', 'membership-union', '-t', 'unions', ...invented];
    const { stdout } = await align(args, { cwd });
    expect(stdout).toMatch(/Norway +Norway is a member\. \(Coded with high confidence\.\)/);
    expect(stdout).toMatch(/Together\? +Only Norway belongs to it\./);
    expect(stdout).not.toMatch(/In the score|on a scale/);
    const { stdout: json } = await align([...args, '-f', 'json'], { cwd });
    expect(JSON.parse(json)).toMatchObject({
      schema: 'align/explain-issue@1',
      depth: null,
      distance: null,
      weight: null,
      share: null,
      contribution: null,
      reason: 'a membership is a fact and in no score',
      positions: [{ label: 'member' }, { label: 'outside' }],
    });
  });

  it.each([
    [['norway', 'sweden', 'cod-quota'], 2, /did you mean cod-quota-2020/],
    [['norway', 'sweden', 'nets-2018', '--from', '2019'], 2, /outside this selection/],
    [
      ['norway', 'finland', 'strait-2020'],
      4,
      /Finland has no position; Norway has one|Norway has one.*Finland has no position/,
    ],
    [['norway', 'sweden', 'nets-2020'], 4, /Sweden was absent from the vote/],
    [['finland', 'denmark', '--issue', 'hooks-2020', '--to', '2019'], 4, /no joint issue/],
    [
      ['finland', 'denmark', '-t', 'unions'],
      4,
      /memberships only.*Membership of the Herring Union/,
    ],
    [['norway', 'finland', 'membership-union'], 4, /Finland has no position/],
    [['norway', 'denmark', 'membership-union', '-f', 'csv'], 2, /has no row among the issues/],
    [['norway', 'norway'], 2, /cannot be compared with itself/],
  ])('%j exits with %d', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await align(['explain', ...args, ...invented], { cwd });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});

describe('several sides', () => {
  it('are compared dyad by dyad', async () => {
    const args = ['score', 'norway', 'sweden', 'denmark', 'coast', ...invented];
    const { stdout } = await align(args, { cwd });
    await expect(stdout).toMatchFileSnapshot('golden/explain/comparison.txt');
  });

  it('as CSV and JSON', async () => {
    const args = ['score', 'norway', 'sweden', 'denmark', ...invented];
    const { stdout } = await align([...args, '-f', 'csv'], { cwd });
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ country_a, country_b }) => `${country_a} ${country_b}`)).toEqual([
      'NOR SWE',
      'SWE DNK',
      'NOR DNK',
    ]);
    const alone = await align(['score', 'norway', 'denmark', ...invented, '-f', 'json'], { cwd });
    const { alignment } = JSON.parse(alone.stdout) as { alignment: { value: number } };
    expect(Number(rows[2]?.['agreement'])).toBeCloseTo(alignment.value, 12);
  });

  it('named twice, or with --interactions, are refused', async () => {
    const twice = await align(['score', 'norway', 'sweden', 'NOR', ...invented], { cwd });
    expect(twice.exitCode).toBe(2);
    const listed = await align(['score', 'norway', 'sweden', 'denmark', '--full'], { cwd });
    expect(listed.exitCode).toBe(2);
  });
});

it('events that are neither cooperative nor conflictual are named too', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'align-explain-'));
  const event = (id: string, title: string, cameo: string) =>
    `  - {id: ${id}, title: ${title}, date: 2020-02, cameo: "${cameo}", between: [norway, sweden], sources: [u]}\n`;
  const catalog = join(directory, 'meet.yaml');
  writeFileSync(
    catalog,
    `catalog: meet\ntitle: Meet\nsources: {u: {title: U}}\ntopics: {x: X}\nissues:\n  - {id: i, title: I, topic: x, date: 2020, sources: [u], positions: {norway: support, sweden: support}}\ninteractions:\n${event('a', 'They speak', '01')}${event('b', 'They build', '06')}`,
  );
  const { stdout } = await align(['explain', 'norway', 'sweden', '-c', catalog]);
  rmSync(directory, { recursive: true });
  expect(stdout).toContain('Neither cooperation nor conflict. 1 event: They speak');
});

it('who submitted the draft of an issue, and what that makes of the two', async () => {
  const explained = async (a: string, b: string, ...rest: string[]) =>
    (await align(['explain', a, b, ...rest])).stdout.replaceAll(/\s+/g, ' ');
  expect(await explained('china', 'russia', 'unsc-2025-09-26')).toMatch(
    /Submitters China, Russia .* acted as one\. They alone submitted the draft\./,
  );
  expect(await explained('france', 'uk', 'unsc-2025-114')).toMatch(
    /Submitters Denmark, France, .* and coordinated\. Both are among the 5 that submitted the draft\./,
  );
  expect(await explained('china', 'russia', 'unsc-2025-09-19', '-f', 'markdown')).toMatch(
    /Submitters.*President of the Council.* No common act is recorded\./,
  );
  expect(await explained('france', 'usa', 'unsc-2024-302', '-f', 'html')).toMatch(
    /65 countries.* No common act is recorded\./,
  );
  const { issue, depth } = JSON.parse(
    await explained('china', 'russia', 'unsc-2022-155', '-f', 'json'),
  ) as { issue: { ballot: object }; depth: string };
  expect(issue.ballot).not.toHaveProperty('submitters');
  expect(depth).toBe('apart');
});

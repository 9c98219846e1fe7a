import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { checkClaims } from '../../src/analysis/check.ts';
import { compareAll, matrixOf } from '../../src/analysis/compare-all.ts';
import { compareSides } from '../../src/analysis/compare.ts';
import { explainDyad } from '../../src/analysis/explain/explain.ts';
import { rankOf } from '../../src/analysis/rank.ts';
import { changeOverTime } from '../../src/analysis/over-time.ts';
import { reportDyad, reportMatrix } from '../../src/analysis/report.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import { UserError } from '../../src/errors.ts';
import { everySide, type Side } from '../../src/evidence/side.ts';
import { defaultWeighting, type Weighting } from '../../src/evidence/weights.ts';
import { measures } from '../../src/measures/registry.ts';
import { readPolicy } from '../../src/policy/load.ts';
import { findPolicy, openClaims } from '../../src/policy/question.ts';
import { conventions } from '../../src/question/conventions.ts';
import { createLibrary, type Library } from '../../src/question/library.ts';
import { lookUpIn, openQuestionIn } from '../../src/question/look-up.ts';
import { putQuestion, type Question } from '../../src/question/question.ts';
import { measureOf } from '../../src/question/settings.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { type FormatOf, type Kind, rendererOf } from '../../src/render/registry.ts';
import type { Renderable } from '../../src/render/renderable.ts';
import type { Estimate } from '../../src/results/parts.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import {
  absenceRules,
  blocPositions,
  clusterRules,
  confidences,
  salienceRules,
  weighingUnits,
} from '../../src/results/vocabulary.ts';
import type { OpenRecord } from '../../src/rollcalls/open.ts';
import { selectRecordedVotes } from '../../src/rollcalls/open.ts';
import { rollCallNames } from '../../src/rollcalls/issues.ts';
import { scoreSettings } from '../analysis/scores.ts';
import { arbitraryCountries, arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';
import { noTexts, recordOf, testAtlas } from '../rollcalls/support.ts';

/**
 * The same random question is put to every command in every format, and by every path on which it is answered.
 * What `scoreDyad` says of a dyad is what all of them have to say.
 */

const runs = 1000;

const dates = ['2018-05-01', '2019-12-31', '2020-01-01', '2020-06-15', ''] as const;
const topics = ['land', 'sea', 'sky'];
const blocs = {
  duo: {
    id: 'duo',
    title: 'Duo',
    members: [{ country: 'IND' }, { country: 'USA', from: '2019-06-01' }],
    sources: [],
  },
  trio: {
    id: 'trio',
    title: 'Trio',
    members: [{ country: 'CHN' }, { country: 'IND' }, { country: 'RUS' }],
    sources: [],
  },
};

/** Asked in one question of so many. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, of = 2) =>
  fc.oneof({ weight: 1, arbitrary }, { weight: of - 1, arbitrary: fc.constant(undefined) });

/** Issues with dates and confidences; those without a date last for years. */
const datedIssues = fc
  .tuple(
    arbitraryIssues,
    fc.array(fc.constantFrom(...dates), { minLength: 9, maxLength: 9 }),
    fc.array(fc.constantFrom(...confidences), { minLength: 7, maxLength: 7 }),
  )
  .map(([issues, days, sure]) =>
    issues.map((issue, i): IssueSketch => {
      const held = Object.entries(issue.held).map(([country, one], c) => {
        const confidence = sure[(i + c) % sure.length]!;
        return [
          country,
          Object.assign({ confidence }, one as { readonly stance: string }),
        ] as const;
      });
      const date = days[i] || (['2017-01-01', '2021-12-31'] as const);
      return { ...issue, date, held: Object.fromEntries(held) };
    }),
  );

/** The votes on a few roll calls as a file has them; `false` for no record. */
const votes = maybe(
  fc.array(
    fc.record({
      date: fc.constantFrom(...dates.filter((date) => date !== '')),
      subject: fc.constantFrom(...topics),
      cells: fc.array(fc.constantFrom('Y', 'Y', 'N', 'A', 'X', ''), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
);

const evidence = fc
  .record({ issues: datedIssues, votes })
  .filter(({ issues, votes: record }) => issues.length > 0 || record !== undefined);

const oneOf = <T>(all: readonly T[]) => fc.constantFrom(...all);

const words = fc
  .record({
    topic: maybe(fc.subarray(topics, { minLength: 1 }), 4),
    issue: maybe(fc.subarray(['issue-0', 'issue-1', 'issue-2', 'issue-3'], { minLength: 2 }), 8),
    from: maybe(oneOf(['2018-06-01', '2020-01-01']), 4),
    to: maybe(oneOf(['2020-01-01', '2020-03-01']), 4),
    minConfidence: maybe(oneOf(confidences)),
    unanimous: maybe(fc.constant(false), 4),
    measure: maybe(oneOf(measures.map(({ id }) => id)), 2),
    convention: maybe(oneOf(conventions.map(({ id }) => id)), 4),
    absent: maybe(oneOf(absenceRules)),
    salience: maybe(oneOf(salienceRules)),
    weighBy: maybe(oneOf(weighingUnits)),
    weights: maybe(fc.constant('weights.yaml'), 4),
    blocPosition: maybe(oneOf(blocPositions), 4),
    cluster: maybe(oneOf(clusterRules), 4),
  })
  .chain((asked) => {
    const measure = measures.find(({ id }) => id === measureOf(asked))!;
    const distance = maybe(oneOf([undefined, ...measure.distances]));
    return distance.map((chosen) => ({ ...asked, distance: chosen }));
  });

const names = ['china', 'india', 'russia', 'usa', 'duo', 'trio'];
const sides = fc.shuffledSubarray(names, { minLength: 3, maxLength: 3 });

interface Asked {
  readonly evidence: { readonly issues: readonly IssueSketch[]; readonly votes: VotesFile };
  readonly words: Readonly<Record<string, unknown>> & { readonly weights: string | undefined };
  readonly sides: readonly string[];
}
type VotesFile =
  | readonly {
      readonly date: string;
      readonly subject: string;
      readonly cells: readonly string[];
    }[]
  | undefined;

/** The catalogs of the evidence, those with issues two by turns, open to questions. */
function libraryOf({ issues, votes: file }: Asked['evidence']): Library {
  const titles = Object.fromEntries(topics.map((topic) => [topic, topic]));
  const shared = { topics: titles, groups: blocs };
  const record = file && openVotes(file);
  const own = ['one', 'two'].flatMap((id, turn) => {
    const half = issues.filter((_, i) => i % 2 === turn);
    return half.length === 0 ? [] : [catalogOf(half, { ...shared, id, title: id, short: id })];
  });
  const rollCalls = [{ id: 'record', body: 'UNGA', file: '', folder: '', sources: [] }];
  const ofRecord = record ? [catalogOf([], { ...shared, id: 'votes', rollCalls })] : [];
  const ids = issues.filter(({ scale }) => scale !== 'membership').map(({ id }) => id);
  const weights: Weighting = {
    ...defaultWeighting,
    issueWeights: new Map(ids.slice(0, 2).map((id, i) => [id, 0.25 + i * 3])),
    topicWeights: new Map([['sea', 2.5]]),
  };
  return createLibrary(
    [...own, ...ofRecord],
    testAtlas(),
    {
      goldstein: scoreSettings().goldstein,
      records: async () => (record ? [record] : []),
      readWeights: async () => weights,
    },
    async (filter) => (record ? [selectRecordedVotes(record, filter)] : []),
  );
}

function openVotes(file: NonNullable<VotesFile>): OpenRecord {
  const rows = file.map(({ date, subject, cells }, i) =>
    [i, `A/RES/70/${i}`, date, 70, `Text ${i}`, subject, ...cells].join(','),
  );
  const header = ['roll_call,resolution,date,session,title,subjects', ...arbitraryCountries];
  const record = recordOf(`${[header.join(','), ...rows].join('\n')}\n`);
  const origin = { catalog: 'votes', id: 'record', body: 'UNGA', sources: [] };
  return { record, file: '', origin, names: rollCallNames(record, origin, noTexts) };
}

const asItIs = (text: string) => text;
const context = {
  onScreen: false,
  width: 400,
  bom: false,
  color: { bold: asItIs, dim: asItIs, green: asItIs, red: asItIs, yellow: asItIs },
  cowOf: () => null,
};
const provenance = { version: '0', catalogs: [], options: {} };

async function render<K extends Kind>(
  kind: K,
  format: NoInfer<FormatOf<K>>,
  result: Omit<Renderable[K], 'provenance'>,
): Promise<string> {
  const text = (await rendererOf(kind, format))(
    { ...result, provenance } as Renderable[K],
    context,
  );
  return typeof text === 'string' ? text : [...text].join('');
}

/** A result as JSON has it, which is what the published schema says. */
async function parsed<K extends Exclude<Kind, 'schema'>>(
  kind: K,
  result: Omit<Renderable[K], 'provenance'>,
): Promise<never> {
  const content: unknown = JSON.parse(await render(kind, 'json' as never, result));
  expect(resultSchema.safeParse(content).error?.issues).toBeUndefined();
  return content as never;
}

/** Rows of CSV by their columns; nothing in these results needs a quote but titles, which come last. */
function rowsOf(csv: string): Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = csv.replaceAll('\r', '').trimEnd().split('\n');
  const columns = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

function figuresOf(text: string): number[] {
  return [...text.matchAll(/[−-]?\d+\.\d\d/g)].map(([figure]) => Number(figure.replace('−', '-')));
}

/** How often each way was taken; a comparison that never happens proves nothing. */
const seen = new Map<string, number>();
afterAll(() => {
  const wanted = [
    'score table, markdown, csv',
    'score parts',
    'explain',
    'report',
    'report page',
    'matrix of the evidence',
    'matrix of a record',
    'matrix row undefined',
    'matrix table, markdown, csv, wide csv',
    'rank row',
    'rank left out',
    'rank table, markdown, csv',
    'compare',
    'check actual',
    'check without evidence',
    'a bloc as side',
    'weights of a file',
  ];
  const rare = wanted.filter((way) => (seen.get(way) ?? 0) < runs / 100);
  expect(rare, JSON.stringify([...seen])).toEqual([]);
});
const count = (way: string) => seen.set(way, (seen.get(way) ?? 0) + 1);

/** Differences of summation are allowed, others are not. */
function expectSame(way: string, value: number | null | undefined, wanted: number | null): void {
  count(way);
  if (wanted === null || value === null || value === undefined)
    expect(value ?? null, way).toBe(wanted);
  else expect(Math.abs(value - wanted), `${way}: ${value} for ${wanted}`).toBeLessThan(1e-9);
}

/** A figure is the value to two places, or next to it where that would cross the edge of a verdict. */
function expectShown(way: string, text: string | undefined, wanted: number | null): void {
  count(way);
  if (wanted === null) return;
  const figures = figuresOf(text ?? '');
  const isShown = figures.some((figure) => Math.abs(figure - wanted) <= 0.01 + 1e-9);
  expect(isShown, `${way}: ${wanted} in ${text}`).toBe(true);
}

/** The row of a table that begins with a name. */
function lineWith(text: string, name: string): string | undefined {
  return text.split('\n').find((line) => line.replace(/^[ |\d]*/, '').startsWith(name));
}

async function asksNothing(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return false;
  } catch (error) {
    if (error instanceof UserError && error.message.includes('memberships only')) return true;
    throw error;
  }
}

type Score = ReturnType<typeof scoreDyad>;
type Sides = ReturnType<typeof dyadOf>;

async function checkScore(score: Score): Promise<void> {
  const { alignment, coverage } = score;
  const { value } = alignment;
  const full = { ...score, full: true };
  expect(await parsed('score', full)).toMatchObject({ alignment, coverage });
  const table = await render('score', 'table', full);
  const way = 'score table, markdown, csv';
  expectShown(way, table.split('\n')[2], value);
  const markdown = await render('score', 'markdown', full);
  const [, , first] = markdown.slice(markdown.indexOf('| Measure |')).split('\n');
  expectShown(way, first?.split('|')[2], value);
  const rows = rowsOf(await render('score', 'csv', full));
  expect(rows).toHaveLength(coverage.joint);
  if (!alignment.decomposes || value === null || rows.length === 0) return;
  const sum = rows.reduce((total, { contribution }) => total + Number(contribution), 0);
  expectSame('score parts', sum, value);
}

async function checkMatrix(
  library: Library,
  question: Question,
  [a, b]: Sides,
  score: Score,
): Promise<void> {
  const { value, n } = score.alignment;
  const asked = await lookUpIn(library, question);
  const isOf = (x: { readonly a: string; readonly b: string }) =>
    [x.a, x.b].toSorted().join() === [a.code, b.code].toSorted().join();
  const result = await matrixOf(asked);
  expect(resultSchema.safeParse({ ...result, provenance }).error?.issues).toBeUndefined();
  const row = result.dyads.find(isOf);
  expect(row?.n ?? 0).toBe(n);
  const isOfRecord = library.catalogs.every(({ issues }) => issues.length === 0);
  const way = isOfRecord ? 'matrix of a record' : 'matrix of the evidence';
  if (!row) return;
  if (value === null) count('matrix row undefined');
  expectSame(way, row.value, value);
  for (const { id, value: beside } of score.measures)
    if (id in row) expectSame(way, row[id as 's'], beside);
  if (asked.named.length > 2) return;
  const again = async () => (await compareAll(asked, null)).result;
  expect((await parsed('matrix', await again()))['dyads']).toEqual(result.dyads);

  const formats = 'matrix table, markdown, csv, wide csv';
  const key = (x: Readonly<Record<string, string>>) => ({ a: x['country_a']!, b: x['country_b']! });
  const line = rowsOf(await render('matrix', 'csv', await again())).find((x) => isOf(key(x)));
  expect(Number(line?.['n'])).toBe(n);
  const cell = line?.[result.measure] ?? line?.['value'];
  expectSame(formats, cell === '' ? null : Number(cell), value);
  const wide = rowsOf(await render('wideMatrix', 'csv', await again()));
  const square = wide.find(({ country }) => country === a.code)?.[b.code];
  expectSame(formats, square === '' ? null : Number(square), value);
  for (const format of ['table', 'markdown'] as const) {
    const text = await render('matrix', format, await again());
    expectShown(formats, lineWith(text, a.name), value);
  }
}

async function checkRank(
  library: Library,
  question: Question,
  b: Side,
  score: Score,
): Promise<void> {
  const { value, low, high, n, clusters } = score.alignment;
  const result = await rankOf(await lookUpIn(library, question), { minJoint: 1 });
  expect(resultSchema.safeParse({ ...result, provenance }).error?.issues).toBeUndefined();
  const row = result.ranked.find(({ code }) => code === b.code);
  const out = result.leftOut.find(({ code }) => code === b.code);
  expect(row !== undefined).toBe(value !== null);
  if (value === null) {
    expect(out?.n ?? 0).toBe(n);
    count('rank left out');
    return;
  }
  expect(row).toMatchObject({ n, clusters });
  expectSame('rank row', row?.value, value);
  expectSame('rank row', row?.low, low);
  expectSame('rank row', row?.high, high);
  const shown = { ...result, order: 'value' as const, of: result.ranked.length, actors: 0 };
  expect(await parsed('rank', shown)).toMatchObject({ ranked: result.ranked });
  const way = 'rank table, markdown, csv';
  const line = rowsOf(await render('rank', 'csv', shown)).find(({ partner }) => partner === b.code);
  expectSame(way, Number(line?.['value']), value);
  expectShown(way, lineWith(await render('rank', 'table', shown), b.name), value);
  expectShown(way, lineWith(await render('rank', 'markdown', shown), b.name), value);
}

async function checkComparison(library: Library, question: Question, score: Score): Promise<void> {
  const { evidence: held, sides: three, settings } = await openQuestionIn(library, question);
  const result = compareSides(held, three, settings);
  const [a, b] = score.countries;
  const isOf = (x: { readonly a: string; readonly b: string }) => x.a === a.code && x.b === b.code;
  const { value, low, high, n } = score.alignment;
  const row = result.dyads.find(isOf);
  expect(row).toMatchObject({ n, verdict: score.verdict, percentile: score.percentile });
  for (const [of, wanted] of [
    [row?.value, value],
    [row?.low, low],
    [row?.high, high],
  ] as const)
    expectSame('compare', of, wanted);
  expect((await parsed('comparison', result))['dyads']).toEqual(result.dyads);
  const csv = rowsOf(await render('comparison', 'csv', result));
  const line = csv.find((x) => isOf({ a: x['country_a']!, b: x['country_b']! }));
  const cell = line?.[result.measure];
  expectSame('compare', cell === '' ? null : Number(cell), value);
  const dyad = `${a.name} – ${b.name}`;
  for (const format of ['table', 'markdown'] as const)
    expectShown('compare', lineWith(await render('comparison', format, result), dyad), value);
}

async function checkPolicy(
  library: Library,
  asked: Asked,
  between: readonly string[],
  { alignment: { value, low, high, n }, coverage: { clusters, ...coverage } }: Score,
): Promise<void> {
  const { weights, blocPosition, cluster, unanimous, ...rest } = asked.words;
  // A policy has no words for these.
  if ([weights, blocPosition, cluster, unanimous].some((word) => word !== undefined)) return;
  const assertion = { id: 'near', between, atLeast: 1, measure: undefined, ...rest };
  // Out of reach or not, the limit has to be within the range of the measure.
  const text = JSON.stringify({ policy: 'own', assertions: [assertion] });
  const document = readPolicy(new TextEncoder().encode(text), 'own.yaml');
  const policy = await findPolicy(library, document, 'own.yaml');
  const claims = await openClaims(library, policy);
  const result = await checkClaims(claims, {}, { id: 'own', title: null, file: 'own.yaml' });
  const [found] = result.assertions;
  expect(found).toMatchObject({ n, clusters, coverage });
  expectSame('check actual', found?.actual, value);
  expectSame('check actual', found?.low, low);
  expectSame('check actual', found?.high, high);
  expect(found?.status === 'missing').toBe(value === null);
  if (value === null) count('check without evidence');
  const json: { readonly assertions: readonly { readonly actual: number | null }[] } = await parsed(
    'check',
    result,
  );
  expect(json.assertions[0]?.actual).toBe(found?.actual);
  for (const format of ['table', 'markdown'] as const) {
    const shown = await render('check', format, result);
    const line = shown.split('\n').find((each) => each.includes('near'));
    expectShown('check actual', line, value);
  }
  if (found?.status !== 'failed') return;
  for (const format of ['junit', 'github'] as const)
    expectShown('check actual', await render('check', format, result), value);
}

let asking = 0;

async function checkOne(asked: Asked): Promise<void> {
  const library = libraryOf(asked.evidence);
  const ids = new Set(
    (await library.gather({ minConfidence: 'low', rollCalls: {} })).issues.map(
      ({ issue }) => issue.id,
    ),
  );
  const issue = (asked.words['issue'] as string[] | undefined)?.filter((id) => ids.has(id));
  const spoken = { ...asked.words, issue: issue?.length ? issue : undefined };
  const beside = measures.map(({ id }) => id);
  const put = (...named: readonly string[]): Question =>
    putQuestion(spoken, { catalogs: [], sides: named, beside });
  const [a = '', b = '', c = ''] = asked.sides;
  const opened = await openQuestionIn(library, put(a, b));
  const { evidence: held, filter, settings } = opened;
  const dyad = dyadOf(opened);
  const score = scoreDyad(held, ...dyad, settings);
  if (dyad.some(({ members }) => members.length > 0)) count('a bloc as side');
  if (asked.words.weights !== undefined && !settings.weighs) count('weights of a file');

  const matrix = matrixOf(await lookUpIn(library, put(a, b)));
  if (await asksNothing(matrix)) return;
  await checkScore(score);
  await checkMatrix(library, put(a, b), dyad, score);
  await checkMatrix(library, put(a, b, c), dyad, score);
  // Blocs are not among those that are ranked, nor are countries without any position.
  const isRanked = ({ code }: Side) => held.positions.countries.includes(code);
  if (isRanked(dyad[1])) await checkRank(library, put(a), dyad[1], score);
  if (isRanked(dyad[0])) await checkRank(library, put(b), dyad[0], score);
  await checkComparison(library, put(a, b, c), score);
  await checkPolicy(library, { ...asked, words: spoken }, [a, b], score);

  const explanation = explainDyad(held, ...dyad, settings, filter);
  count('explain');
  expect(explanation.score).toEqual(score);
  const told = { ...explanation, full: true };
  // Of too little evidence no figure is told.
  if (score.verdict.band !== 'thin-evidence')
    for (const format of ['table', 'markdown'] as const)
      expectShown('explain', await render('explanation', format, told), score.alignment.value);
  expect(rowsOf(await render('explanation', 'csv', told))).toHaveLength(score.coverage.joint);

  const everyone = everySide(held, library.nameOf);
  const report = reportDyad(held, ...dyad, everyone, settings, filter);
  count('report');
  expect(report.score).toEqual(score);
  checkHeatmap(reportMatrix(held, dyad, settings).heatmap, score);
  if (asking++ % 50 === 0 && score.coverage.joint > 0) {
    const page = await render('report', 'html', {
      ...report,
      overTime: await changeOverTime(opened, score),
      interactionsByYear: null,
      chart: 'topics',
    });
    expectShown('report page', page.replaceAll(/<[^>]+>/g, ' '), score.alignment.value);
  }
}

function checkHeatmap(
  { dyads }: { readonly dyads: readonly { readonly n: number; readonly value: number | null }[] },
  { alignment: { value, n } }: { readonly alignment: Estimate },
): void {
  expect(dyads[0]?.n ?? 0).toBe(n);
  if (n > 0) expectSame('report', dyads[0]?.value, value);
}

it(`${runs} random questions have one answer each, whoever is asked and in whatever format`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ evidence, words, sides }), (asked) => checkOne(asked as Asked)),
    { numRuns: runs, seed: 16, endOnFailure: true },
  );
}, 600_000);

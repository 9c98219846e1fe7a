import { compareDyad, type Dyad, isSame, type JointIssue } from '../../evidence/dyad.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { positionLabelOf } from '../../evidence/label.ts';
import { everySide, type Side } from '../../evidence/side.ts';
import type { ScoreSettings } from '../../question/score-settings.ts';
import type { Cause, ComparedIssue, DiffResult, DyadChange } from '../../results/diff.ts';
import type { CauseOfChange } from '../../results/vocabulary.ts';
import { MINIMUM_ISSUES } from '../../measures/intervals.ts';
import { estimate } from '../coefficients.ts';
import { matricesOfEvidence } from '../matrix.ts';
import { contributionsOf } from './contributions.ts';

/** So many dyads are told of where none are named. */
export const mostMoved = 5;

/** By so much scores differ that are sums of the same numbers in another order. */
const rounding = 1e-12;

/** An edition as far as scores are concerned. */
interface Scored {
  readonly evidence: Evidence;
}

type Pair = readonly [Side | undefined, Side | undefined];

interface Compared {
  readonly evidence: Evidence;
  /** Ids of all issues of the selection. */
  readonly ids: ReadonlySet<string>;
  readonly joint: ReadonlyMap<string, JointIssue>;
  readonly score: DyadChange['before'];
}

function compare({ evidence }: Scored, [a, b]: Pair, settings: ScoreSettings): Compared {
  const lacking = 'a side of that name is not in this edition';
  const ids = new Set(evidence.issues.map(({ issue }) => issue.id));
  if (!a || !b)
    return { evidence, ids, joint: new Map(), score: { value: null, n: 0, reason: lacking } };
  const { headline } = settings;
  const { joint }: Dyad = compareDyad(evidence, a, b, { ...settings, distance: headline.distance });
  const { value, reason } = estimate(evidence, joint, [headline], settings)[0]!;
  return {
    evidence,
    ids,
    joint: new Map(joint.map((each) => [each.selected.issue.id, each])),
    score: { value, n: joint.length, ...(value === null && reason ? { reason } : {}) },
  };
}

/** What one measure sees of joint issues. */
function describe(
  { evidence, joint }: Compared,
  id: string,
  perIssue: NonNullable<ScoreSettings['headline']['measure']['perIssue']>,
): ComparedIssue | null {
  const issue = joint.get(id);
  if (!issue) return null;
  return {
    positions: [positionLabelOf(evidence, issue, 0), positionLabelOf(evidence, issue, 1)],
    similarity: perIssue(issue.distance, isSame(issue)),
    weight: issue.weight,
  };
}

function causesOf(
  [before, after]: readonly [Compared, Compared],
  id: string,
): readonly CauseOfChange[] {
  const [old, now] = [before.joint.get(id), after.joint.get(id)];
  if (!old || !now) return (old ? after : before).ids.has(id) ? ['position'] : ['issue'];
  const scaleOf = ({ evidence }: Compared, { selected }: JointIssue) =>
    JSON.stringify(evidence.scales[selected.scale]);
  const isScale = scaleOf(before, old) !== scaleOf(after, now);
  const labels = (compared: Compared, issue: JointIssue) =>
    [0, 1].map((side) => positionLabelOf(compared.evidence, issue, side as 0 | 1)).join('\0');
  const isOther = labels(before, old) !== labels(after, now);
  return [
    ...(isOther || (!isScale && old.distance !== now.distance) ? (['position'] as const) : []),
    ...(isScale && (isOther || old.distance !== now.distance) ? (['scale'] as const) : []),
    ...(old.ownWeight === now.ownWeight ? [] : (['weight'] as const)),
    ...(old.ownWeight === now.ownWeight && old.weight !== now.weight ? (['share'] as const) : []),
  ];
}

function findCauses(
  editions: readonly [Compared, Compared],
  perIssue: NonNullable<ScoreSettings['headline']['measure']['perIssue']>,
): readonly Cause[] {
  const [before, after] = editions;
  const termsOf = (compared: Compared) =>
    new Map(
      [...compared.joint].map(([id, issue]) => [
        id,
        { weight: issue.weight, value: perIssue(issue.distance, isSame(issue)) },
      ]),
    );
  return [...contributionsOf(termsOf(before), termsOf(after))]
    .flatMap(([issue, contribution]): Cause[] => {
      const because = causesOf(editions, issue);
      if (because.length === 0) return [];
      const { title } = (after.joint.get(issue) ?? before.joint.get(issue))!.selected.issue;
      const [old, now] = [describe(before, issue, perIssue), describe(after, issue, perIssue)];
      return [{ issue, title, because, before: old, after: now, contribution }];
    })
    .toSorted(
      (x, y) => Math.abs(y.contribution) - Math.abs(x.contribution) || (x.issue < y.issue ? -1 : 1),
    );
}

/**
 * How the score of a dyad changed from one edition to the other, and what each issue adds to that: see
 * `contributionsOf`. A measure that is no mean over issues is not split.
 */
export function compareDyadIn(
  [before, after]: readonly [Scored, Scored],
  [[a, b], ...pairs]: readonly [readonly [string, string], Pair, Pair],
  settings: ScoreSettings,
): DyadChange {
  const compared = [
    compare(before, pairs[0], settings),
    compare(after, pairs[1], settings),
  ] as const;
  const [{ score: old }, { score: now }] = compared;
  const head = { a, b, before: old, after: now };
  if (old.value === null || now.value === null) {
    const which = [old, now].map((each) => each.value === null);
    const where = which.every(Boolean)
      ? 'both editions'
      : `the ${which[0] ? 'old' : 'new'} edition`;
    return { ...head, change: null, causes: [], reason: `no score in ${where}` };
  }
  const { id, perIssue } = settings.headline.measure;
  const change = now.value - old.value;
  if (!perIssue) return { ...head, change, causes: [], reason: `${id} does not decompose` };
  return { ...head, change, causes: findCauses(compared, perIssue) };
}

interface Score {
  readonly value: number;
  readonly n: number;
}

/** Scores of all dyads of countries, by `CHN RUS`. */
function scoresOf({ evidence }: Scored, settings: ScoreSettings): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  const distance = settings.headline.distance;
  const periods = matricesOfEvidence(evidence, everySide(evidence), null, {
    ...settings,
    distance,
  });
  for (const { dyads } of periods) {
    const { countries, size, a, b, n, value } = dyads;
    for (let i = 0; i < size; i++)
      if (!Number.isNaN(value[i]!))
        scores.set(`${countries[a[i]!]!} ${countries[b[i]!]!}`, { value: value[i]!, n: n[i]! });
  }
  return scores;
}

interface Moved {
  readonly dyad: string;
  readonly size: number;
  /** Its score is of a few issues only, in one edition or both. */
  readonly isThin: boolean;
}

function byMove(x: Moved, y: Moved): number {
  if (x.isThin !== y.isThin) return x.isThin ? 1 : -1;
  // What differs by rounding alone is alike, and goes by its codes.
  const inSteps = ({ size }: Moved) => Math.round(size / rounding);
  return inSteps(y) - inSteps(x) || (x.dyad < y.dyad ? -1 : 1);
}

/** The dyads of countries that moved most, those with enough joint issues first, and how many moved. */
export function findMoved(
  [before, after]: readonly [Scored, Scored],
  settings: ScoreSettings,
): Pick<DiffResult, 'overall'> & { readonly most: readonly (readonly [string, string])[] } {
  const [then, now] = [scoresOf(before, settings), scoresOf(after, settings)];
  const moved: Moved[] = [];
  let compared = 0;
  for (const [dyad, { value, n }] of now) {
    const old = then.get(dyad);
    if (!old) continue;
    compared++;
    const size = Math.abs(value - old.value);
    if (size > rounding) moved.push({ dyad, size, isThin: Math.min(n, old.n) < MINIMUM_ISSUES });
  }
  return {
    overall: {
      compared,
      moved: moved.length,
      gained: now.size - compared,
      lost: then.size - compared,
    },
    most: moved
      .toSorted(byMove)
      .slice(0, mostMoved)
      .map(({ dyad }) => dyad.split(' ') as [string, string]),
  };
}

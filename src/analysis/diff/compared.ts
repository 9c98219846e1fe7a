import { compareDyad, type Dyad, isSame, type JointIssue } from '../../evidence/dyad.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { positionLabelOf } from '../../evidence/label.ts';
import type { Side } from '../../evidence/side.ts';
import type { MeasureChoice } from '../../measures/measure.ts';
import type { ScoreSettings } from '../../question/score-settings.ts';
import type { DyadChange } from '../../results/diff.ts';
import type { CauseOfChange } from '../../results/vocabulary.ts';
import { estimate } from '../coefficients.ts';
import { contributionsOf } from './contributions.ts';

/** How a dyad is scored in an edition. */
export type ComparedSettings = Omit<ScoreSettings, 'beside' | 'goldstein'>;

/** Two sides; one that the edition does not have is `undefined`. */
export type Pair = readonly [Side | undefined, Side | undefined];

/** A dyad in one edition of catalogs. */
export interface Compared {
  readonly evidence: Evidence;
  /** Ids of all issues of the selection. */
  readonly ids: ReadonlySet<string>;
  readonly joint: ReadonlyMap<string, JointIssue>;
  readonly score: DyadChange['before'];
}

/** A dyad as an edition has it; without a score where a side or a joint issue is missing. */
export function comparedIn(evidence: Evidence, [a, b]: Pair, settings: ComparedSettings): Compared {
  const lacking = 'a side of that name is not in this edition';
  const ids = new Set(evidence.issues.map(({ issue }) => issue.id));
  if (!a || !b)
    return { evidence, ids, joint: new Map(), score: { value: null, n: 0, reason: lacking } };
  const { joint }: Dyad = compareDyad(evidence, a, b, settings);
  const { value, reason } = estimate(evidence, joint, [settings.headline], settings)[0]!;
  return {
    evidence,
    ids,
    joint: new Map(joint.map((each) => [each.selected.issue.id, each])),
    score: { value, n: joint.length, ...(value === null && reason ? { reason } : {}) },
  };
}

/** The positions of the two on a joint issue and its weight; `null` where it is no joint one. */
export function heldIn({ evidence, joint }: Compared, id: string) {
  const issue = joint.get(id);
  if (!issue) return null;
  const positions: readonly [string, string] = [
    positionLabelOf(evidence, issue, 0),
    positionLabelOf(evidence, issue, 1),
  ];
  return { positions, weight: issue.weight };
}

/** Whether two numbers are the same but for the order in which they were summed. */
function isAlike(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-12 * Math.max(x, y);
}

/** In what an issue is not for the dyad what it was; empty where it is. */
function causesOf(
  [before, after]: readonly [Compared, Compared],
  id: string,
): readonly CauseOfChange[] {
  const [old, now] = [before.joint.get(id), after.joint.get(id)];
  if (!old || !now) return (old ? after : before).ids.has(id) ? ['position'] : ['issue'];
  const scaleOf = ({ evidence }: Compared, { selected }: JointIssue) =>
    JSON.stringify(evidence.scales[selected.scale]);
  const isScale = scaleOf(before, old) !== scaleOf(after, now);
  const isOther =
    heldIn(before, id)?.positions.join('\0') !== heldIn(after, id)?.positions.join('\0');
  return [
    ...(isOther || (!isScale && old.distance !== now.distance) ? (['position'] as const) : []),
    ...(isScale && (isOther || old.distance !== now.distance) ? (['scale'] as const) : []),
    ...(old.ownWeight === now.ownWeight ? [] : (['weight'] as const)),
    ...(old.ownWeight === now.ownWeight && !isAlike(old.weight, now.weight)
      ? (['share'] as const)
      : []),
  ];
}

/** An issue that is not for a dyad what it was. */
export interface Altered {
  readonly issue: string;
  readonly title: string;
  readonly because: readonly CauseOfChange[];
  /** What it adds to the change; `null` under a measure that is no mean over issues. */
  readonly contribution: number | null;
}

/** What changed between two editions of a dyad, by size of contribution, then id. */
export function findAltered(
  editions: readonly [Compared, Compared],
  { measure: { perIssue } }: MeasureChoice,
): readonly Altered[] {
  const [before, after] = editions;
  const termsOf = ({ joint }: Compared) =>
    new Map(
      [...joint].map(([id, issue]) => [
        id,
        { weight: issue.weight, value: perIssue?.(issue.distance, isSame(issue)) ?? 0 },
      ]),
    );
  const parts = perIssue ? contributionsOf(termsOf(before), termsOf(after)) : undefined;
  return [...new Set([...before.joint.keys(), ...after.joint.keys()])]
    .flatMap((issue): Altered[] => {
      const because = causesOf(editions, issue);
      if (because.length === 0) return [];
      const { title } = (after.joint.get(issue) ?? before.joint.get(issue))!.selected.issue;
      return [{ issue, title, because, contribution: parts?.get(issue) ?? null }];
    })
    .toSorted(
      (x, y) =>
        Math.abs(y.contribution ?? 0) - Math.abs(x.contribution ?? 0) ||
        (x.issue < y.issue ? -1 : 1),
    );
}

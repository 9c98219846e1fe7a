import type { Coordination } from '../catalog/model.ts';
import type { Dyad, JointIssue } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countriesOf } from '../evidence/party.ts';
import { salienceOf } from '../evidence/weights.ts';

/** How far two parties stood and acted together on an issue, from least to most. */
export type Depth = 'opposed' | 'apart' | 'parallel' | 'coordinated' | 'joint';

export const depths: readonly Depth[] = ['opposed', 'apart', 'parallel', 'coordinated', 'joint'];

export interface DepthSummary extends Readonly<Record<Depth, number>> {
  /** Weighted share, in [0, 1], of aligned issues that were coordinated or joint; `null` without any. */
  readonly coordination: number | null;
  /** Aligned issues: at most one step of the scale between the positions. */
  readonly aligned: number;
  /** Agreement minus agreement credited by depth, in [0, 1]; 0 means that all they share they do together. */
  readonly liabilityGap: number | null;
  /** Mean difference of salience, in [0, 1], over joint issues on which both are coded. */
  readonly stakeAsymmetry: number | null;
  /** Issues on which both saliences are coded, and on which the first or the second has the higher stake. */
  readonly stakes: { readonly n: number; readonly a: number; readonly b: number };
  /** Why a number above is `null`. */
  readonly reason?: string;
}

const credit: Readonly<Record<Depth, number>> = {
  opposed: 0,
  apart: 0,
  parallel: 1 / 3,
  coordinated: 2 / 3,
  joint: 1,
};

/** The deepest recorded coordination between the two; of blocs, any member of each will do. */
export function recordedCoordination(
  { selected }: JointIssue,
  { a, b }: Pick<Dyad, 'a' | 'b'>,
): Coordination | undefined {
  if (selected.issue.coordination.length === 0) return undefined;
  const [left, right] = [countriesOf(a), countriesOf(b)];
  return selected.issue.coordination
    .filter(({ between }) => {
      const first = between.filter((country) => left.includes(country));
      return between.some(
        (country) => right.includes(country) && first.some((other) => other !== country),
      );
    })
    .reduce<Coordination | undefined>(
      (deepest, entry) =>
        deepest && depths.indexOf(deepest.depth) >= depths.indexOf(entry.depth) ? deepest : entry,
      undefined,
    );
}

/** At most one step of the declared scale between the two positions. */
export function isAligned(issue: JointIssue, evidence: Evidence): boolean {
  const x = issue.values[0];
  const y = issue.values[1];
  const labels = evidence.scales[issue.selected.scale]?.labels.length ?? 0;
  if (x === null || y === null) return false;
  return Math.abs(x - y) <= 2 / Math.max(1, labels - 1) + Number.EPSILON;
}

/**
 * Depth of one joint issue. On opposite sides of neutral is opposed; on the same side (or both
 * neutral) is parallel unless more is recorded; one side taking a stand where the other takes none
 * is apart, unless they are within a step and are recorded to have acted together.
 */
export function depthOf(issue: JointIssue, dyad: Dyad, evidence: Evidence): Depth {
  const x = issue.values[0];
  const y = issue.values[1];
  if (x === null || y === null) return 'apart';
  if (x * y < 0) return 'opposed';
  const recorded = recordedCoordination(issue, dyad);
  if (recorded && isAligned(issue, evidence)) return recorded.depth;
  return Math.sign(x) === Math.sign(y) ? 'parallel' : 'apart';
}

/** How far two parties stood and acted together on a joint issue, and how much it matters to each. */
export interface IssueDepth {
  readonly issue: JointIssue;
  readonly depth: Depth;
  readonly aligned: boolean;
  /** From 1 (low) to 3 (high); `undefined` where it is not coded. */
  readonly salience: readonly [number | undefined, number | undefined];
}

/** The depth of each joint issue, in their order. */
export function assessDepths(dyad: Dyad, evidence: Evidence): readonly IssueDepth[] {
  return dyad.joint.map((issue) => ({
    issue,
    depth: depthOf(issue, dyad, evidence),
    aligned: isAligned(issue, evidence),
    salience: [
      salienceOf(evidence, dyad.a, issue.selected),
      salienceOf(evidence, dyad.b, issue.selected),
    ],
  }));
}

/**
 * Whether a dyad acts together or merely in parallel, and whose stake the issues are.
 * A position without recorded coordination is parallel, never assumed to be more.
 */
export function summarizeDepth(assessed: readonly IssueDepth[]): DepthSummary {
  const counts: Record<Depth, number> = {
    opposed: 0,
    apart: 0,
    parallel: 0,
    coordinated: 0,
    joint: 0,
  };
  let [alignedCount, alignedWeight, togetherWeight] = [0, 0, 0];
  let [weight, agreement, credited] = [0, 0, 0];
  let [difference, a, b, n] = [0, 0, 0, 0];
  for (let i = 0; i < assessed.length; i++) {
    const { issue, depth, aligned, salience } = assessed[i]!;
    counts[depth]++;
    weight += issue.weight;
    agreement += issue.weight * (1 - issue.distance);
    credited += issue.weight * (1 - issue.distance) * credit[depth];
    if (aligned) {
      alignedCount++;
      alignedWeight += issue.weight;
      if (depth === 'coordinated' || depth === 'joint') togetherWeight += issue.weight;
    }
    const first = salience[0];
    const second = salience[1];
    if (first === undefined || second === undefined) continue;
    n++;
    difference += Math.abs(first - second) / 2;
    if (first > second) a++;
    if (second > first) b++;
  }
  const reasons = [
    ...(weight === 0 ? ['no joint issues'] : []),
    ...(weight > 0 && alignedWeight === 0 ? ['no aligned issue'] : []),
    ...(n === 0 ? ['no joint issue has both saliences coded'] : []),
  ];
  return {
    ...counts,
    coordination: alignedWeight === 0 ? null : togetherWeight / alignedWeight,
    aligned: alignedCount,
    liabilityGap: weight === 0 ? null : (agreement - credited) / weight,
    stakeAsymmetry: n === 0 ? null : difference / n,
    stakes: { n, a, b },
    ...(reasons.length > 0 ? { reason: reasons.join('; ') } : {}),
  };
}

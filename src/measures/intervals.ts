import { tabulateIssues } from './contingency.ts';
import {
  ALWAYS_THE_SAME,
  distanceTable,
  expectedDisagreement,
  observedDisagreement,
} from './disagreement.ts';
import { type Cluster, clustersOf, jackknifeVariance } from './jackknife.ts';
import type { JointIssue, JointIssues, MeasureChoice } from './measure.ts';
import {
  endsOf,
  type Interval,
  MINIMUM_ISSUES,
  noInterval,
  type Share,
  spreadOf,
  varianceOf,
} from './share-interval.ts';
import { sumOf } from './sum-of.ts';

/** How many clusters some joint issues are of. */
export function countClusters({ issues }: JointIssues): number {
  return new Set(issues.map(({ cluster }) => cluster)).size;
}

/**
 * 95 % confidence interval of a measure, from clusters of joint issues: Wilson's score interval (1927) with
 * an effective number of issues (Kish 1965; Korn & Graubard 1998). Weights are held fixed. The variance
 * is the linearised one for weighted means and a delete-a-cluster jackknife for all others (`interval` of
 * the measure says on which scale); either is shrunk towards that of independent clusters, with the weight
 * of two clusters. Clipped to the range of the measure; it always contains the value.
 *
 * `null`, with the reason, for fewer than 5 joint issues, where the measure is undefined, and for a measure
 * corrected for chance without variation.
 */
export function intervalOf(joint: JointIssues, choice: MeasureChoice): Interval {
  return intervalsOf(joint)(choice);
}

/** The same for several measures of the same issues. */
export function intervalsOf({
  scales,
  issues: all,
}: JointIssues): (choice: MeasureChoice) => Interval {
  const issues = all.filter(({ weight }) => weight > 0);
  const joint = { scales, issues };
  let clusters: readonly Cluster[] | undefined;
  return (choice) => {
    if (issues.length < MINIMUM_ISSUES)
      return noInterval(`fewer than ${MINIMUM_ISSUES} joint issues`);
    if (choice.measure.interval === 'mean') return intervalOfMean(joint, choice);
    return intervalByJackknife(joint, (clusters ??= clustersOf(issues)), choice);
  };
}

/** The similarity of each issue, what it adds to the mean as a share of the measure's range, in its cluster. */
function shareOfMean({ scales, issues }: JointIssues, { measure, distance }: MeasureChoice): Share {
  const [lowest, highest] = measure.range;
  const distances = scales.map(({ values }) => distanceTable(values, distance));
  const addedBy = ({ stratum, cell, imputedDistance }: JointIssue) => {
    if (imputedDistance !== undefined) return measure.perIssue!(imputedDistance, false);
    const onDiagonal = cell % (scales[stratum]!.values.length + 1) === 0;
    return measure.perIssue!(distances[stratum]![cell]!, onDiagonal);
  };
  const sums = new Map<JointIssue['cluster'], { weight: number; similarity: number }>();
  for (const issue of issues) {
    const similarity = (issue.weight * (addedBy(issue) - lowest)) / (highest - lowest);
    const known = sums.get(issue.cluster);
    if (known) {
      known.weight += issue.weight;
      known.similarity += similarity;
    } else sums.set(issue.cluster, { weight: issue.weight, similarity });
  }
  const clusters = [...sums.values()];
  const total = sumOf(clusters, ({ weight }) => weight);
  const p = sumOf(clusters, ({ similarity }) => similarity) / total;
  const variance = sumOf(
    clusters,
    ({ weight, similarity }) => ((similarity - weight * p) / total) ** 2,
  );
  return { p, variance, ...spreadOf(clusters) };
}

function intervalOfMean(joint: JointIssues, choice: MeasureChoice): Interval {
  const [lowest, highest] = choice.measure.range;
  const onRange = (share: number) => lowest + (highest - lowest) * share;
  return endsOf(shareOfMean(joint, choice), onRange, choice.measure);
}

/**
 * A weighted mean over some joint issues, at least one, as a share of its range, and the variance that its
 * interval is made from. Where all issues are alike, which leaves no variance, it is that of a share with one
 * cluster more on either side.
 *
 * @param choice of a measure that is a mean over issues
 */
export function meanWithVariance(
  joint: JointIssues,
  choice: MeasureChoice,
): { readonly value: number; readonly variance: number } {
  const share = shareOfMean(joint, choice);
  return { value: share.p, variance: varianceOf(share) };
}

function intervalByJackknife(
  joint: JointIssues,
  clusters: readonly Cluster[],
  choice: MeasureChoice,
): Interval {
  const { measure, distance } = choice;
  const table = tabulateIssues(joint);
  const { value, reason } = measure.compute(table, distance);
  if (value === null) return noInterval(reason);
  const spread = spreadOf(clusters);
  const variance = jackknifeVariance(table, clusters, choice, value);
  const [lowest, highest] = measure.range;
  let p = (value - lowest) / (highest - lowest);
  let toValue = (share: number) => lowest + (highest - lowest) * share;
  if (measure.interval === 'disagreement') {
    const { chance, coefficient } = measure.rule!;
    const expected = expectedDisagreement(table, distance, chance!);
    if (expected === 0) return noInterval(ALWAYS_THE_SAME);
    p = observedDisagreement(table, distance);
    toValue = (disagreement) => coefficient(disagreement, expected);
  }
  const slope = toValue(1) - toValue(0);
  return endsOf({ p, variance: variance / slope ** 2, ...spread }, toValue, measure);
}

import { type Dyad, isSame, type JointIssue } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { positionLabelOf } from '../evidence/label.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import type { IssueScore } from '../results/score.ts';
import { type IssueDepth, WITHOUT_DEPTH } from './depth.ts';

/** Ids of the sources behind both positions, sorted. */
function sourcesOf(evidence: Evidence, issue: JointIssue, sides: readonly Side[]): string[] {
  const cited = sides
    .flatMap(countriesOf)
    .flatMap((country) => evidence.stance(country, issue.selected)?.sources ?? []);
  return [...new Set(cited)].sort();
}

/**
 * Every joint issue with both positions, what it adds to the headline, and how far the two acted together
 * on it. Contributions sum to the headline where the measure decomposes into issues, and are `null` else.
 */
export function describeIssues(
  evidence: Evidence,
  dyad: Dyad,
  { measure }: MeasureChoice,
  assessed: readonly IssueDepth[],
): IssueScore[] {
  const total = dyad.joint.reduce((sum, { weight }) => sum + weight, 0);
  const sides = [dyad.a, dyad.b];
  return assessed.map(({ issue, depth, salience }) => {
    const { id, title, series = null, topics, date, dateLabel, scale } = issue.selected.issue;
    const share = measure.perIssue?.(issue.distance, isSame(issue));
    return {
      id,
      title,
      series,
      catalog: issue.selected.catalog,
      topic: topics[0] ?? '',
      topics,
      date: dateLabel,
      from: date.from,
      to: date.to,
      scale,
      positions: [positionLabelOf(evidence, issue, 0), positionLabelOf(evidence, issue, 1)],
      values: issue.values,
      salience: [salience[0] ?? null, salience[1] ?? null],
      distance: issue.distance,
      weight: issue.weight,
      contribution: share === undefined ? null : (share * issue.weight) / total,
      depth,
      ...(depth === null ? { reason: WITHOUT_DEPTH } : {}),
      sources: sourcesOf(evidence, issue, sides),
    };
  });
}

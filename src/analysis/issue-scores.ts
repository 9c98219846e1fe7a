import { type Dyad, isSame, type JointIssue } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { positionLabels } from '../evidence/label.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import type { IssueScore } from '../results/score.ts';
import { type IssueDepth, UNCODED, WITHOUT_DEPTH } from './depth.ts';

const none: readonly string[] = [];

const sorted = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort();

/** Finds the ids of the sources behind both positions, sorted: thousands of roll calls rest on one list, and share it. */
function sourceFinder(evidence: Evidence, sides: readonly Side[]) {
  const countries = sides.flatMap(countriesOf);
  const known = new Map<readonly string[], readonly string[]>();
  return ({ selected }: JointIssue): readonly string[] => {
    const lists = countries.map((country) => evidence.stance(country, selected)?.sources ?? none);
    const [list = none] = lists;
    if (lists.some((other) => other !== list)) return sorted(lists.flat());
    const own = known.get(list) ?? sorted(list);
    known.set(list, own);
    return own;
  };
}

const uncoded = [null, null] as const;

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
  const sourcesOf = sourceFinder(evidence, [dyad.a, dyad.b]);
  const labelsOf = positionLabels(evidence);
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
      positions: labelsOf(issue),
      values: issue.values,
      salience: salience === UNCODED ? uncoded : [salience[0] ?? null, salience[1] ?? null],
      distance: issue.distance,
      weight: issue.weight,
      contribution: share === undefined ? null : (share * issue.weight) / total,
      depth,
      ...(depth === null ? { reason: WITHOUT_DEPTH } : {}),
      sources: sourcesOf(issue),
    };
  });
}

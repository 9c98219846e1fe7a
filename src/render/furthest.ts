import type { IssueScore } from '../analysis/score.ts';

/** The issues on which two differ: those that cost most agreement first, of equals the latest. */
export function furthest(issues: readonly IssueScore[]): readonly IssueScore[] {
  return issues
    .filter(({ distance }) => distance > 0)
    .toSorted(
      (x, y) =>
        y.distance * y.weight - x.distance * x.weight ||
        (x.date < y.date ? 1 : x.date > y.date ? -1 : x.id < y.id ? -1 : 1),
    );
}

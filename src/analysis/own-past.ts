import { type Evidence, MISSING, type SelectedIssue } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import { groupBy } from '../group-by.ts';
import { identical } from '../measures/identical.ts';
import { intervalOf } from '../measures/intervals.ts';
import type { JointIssue } from '../measures/measure.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import type { TrendPoint } from '../results/trend.ts';

/** A whole vote on a text that returns, of one side, with the side's vote on it the time before. */
interface Repeated {
  readonly selected: SelectedIssue;
  readonly was: number;
  readonly is: number;
}

function repeatedVotes({ issues }: Evidence, { categories }: Side): readonly Repeated[] {
  const last = new Map<string, number>();
  return issues.flatMap((selected): Repeated[] => {
    const { series, vote } = selected.issue;
    const is = categories[selected.index] ?? MISSING;
    if (!vote || vote.on || series === undefined || is < 0) return [];
    const was = last.get(series);
    last.set(series, is);
    return was === undefined ? [] : [{ selected, was, is }];
  });
}

/**
 * A side against its own past: of the texts that were voted on again in a period, the share on which its
 * vote is what it was the time before, with its interval. Periods without such a text are left out.
 *
 * @param periodOf the period of an issue; `undefined` for none
 */
export function compareWithPast(
  evidence: Evidence,
  side: Side,
  periodOf: (selected: SelectedIssue) => string | undefined,
): readonly TrendPoint[] {
  const scales = evidence.scales.map(({ id, labels }) => ({
    scale: id,
    values: spaceEvenly(labels.length),
  }));
  const toIssue = ({ selected, was, is }: Repeated): JointIssue => ({
    weight: 1,
    cluster: selected.issue.series ?? selected.issue.id,
    stratum: selected.scale,
    cell: was * (evidence.scales[selected.scale]?.labels.length ?? 0) + is,
  });
  const groups = groupBy(repeatedVotes(evidence, side), ({ selected }) => periodOf(selected) ?? '');
  return [...groups]
    .filter(([period]) => period !== '')
    .sort(([x], [y]) => Number(x) - Number(y))
    .map(([period, votes]): TrendPoint => {
      const { low, high, reason } = intervalOf(
        { scales, issues: votes.map(toIssue) },
        { measure: identical, distance: 'linear' },
      );
      const n = votes.length;
      return {
        a: side.code,
        b: null,
        period,
        n,
        clusters: new Set(votes.map(({ selected }) => selected.issue.series)).size,
        value: votes.filter(({ was, is }) => was === is).length / n,
        low,
        high,
        ...(reason === undefined ? {} : { reason: `no interval: ${reason}` }),
      };
    });
}

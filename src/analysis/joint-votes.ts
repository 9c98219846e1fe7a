import type { CountryCode } from '../catalog/model.ts';
import type { DyadSettings } from '../evidence/dyad.ts';
import { ABSENT, MISSING } from '../evidence/evidence.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import type { JointIssue, JointIssues } from '../measures/measure.ts';
import { ABSTAIN, type RollCallRecord } from '../rollcalls/record.ts';

/** Roll calls of a record, with the number of the cluster of each. */
export interface SelectedRollCalls {
  readonly record: RollCallRecord;
  /** By index. */
  readonly rollCalls: Uint32Array;
  readonly clusters: readonly number[];
}

const categories = 3;
const scales = [{ scale: 'vote', values: spaceEvenly(categories) }];

/**
 * The roll calls on which two countries of a record can be compared, as `compareDyad` finds them where every
 * vote has the weight 1, without an object for each that is not.
 */
export function jointVotes(
  { record, rollCalls, clusters }: SelectedRollCalls,
  [a, b]: readonly [CountryCode, CountryCode],
  { absent, dropsNeutral }: Pick<DyadSettings, 'absent' | 'dropsNeutral'>,
): JointIssues {
  const [first, second] = [record.votesOf(a), record.votesOf(b)];
  const absence = absent === 'abstain' ? ABSTAIN : ABSENT;
  const imputedDistance = absent === 'half' ? 0.5 : 1;
  const leavesOut = absent === 'exclude';
  const issues: JointIssue[] = [];
  rollCalls.forEach((rollCall, i) => {
    let [x, y] = [first[rollCall]!, second[rollCall]!];
    if (x === MISSING || y === MISSING) return;
    if (x === ABSENT) x = absence;
    if (y === ABSENT) y = absence;
    if (dropsNeutral && (x === ABSTAIN || y === ABSTAIN)) return;
    const cluster = clusters[i]!;
    if (x !== ABSENT && y !== ABSENT)
      issues.push({ weight: 1, cluster, stratum: 0, cell: x * categories + y });
    else if (x !== y && !leavesOut) issues.push({ weight: 1, cluster, imputedDistance });
  });
  return { scales, issues };
}

import type { CountryCode } from '../catalog/model.ts';
import { builtInScales } from '../catalog/scales.ts';
import { distanceOfCategories, type DyadSettings, readCategories } from '../evidence/dyad.ts';
import { ABSENT } from '../evidence/evidence.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import type { JointIssue, JointIssues } from '../measures/measure.ts';
import type { RollCallRecord } from '../rollcalls/record.ts';

/** Roll calls of a record, with the number of the cluster of each. */
export interface SelectedRollCalls {
  readonly record: RollCallRecord;
  /** By index. */
  readonly rollCalls: Uint32Array;
  readonly clusters: readonly number[];
}

const scale = builtInScales['vote']!;
const categories = scale.labels.length;
const scales = [{ scale: scale.id, values: spaceEvenly(categories) }];

/** What two votes, or absences, make of a roll call. */
type VotePair =
  | { readonly stratum: number; readonly cell: number }
  | { readonly imputedDistance: number };

/** `undefined` where the roll call is no joint one. */
function pairUp(held: readonly [number, number], settings: DyadSettings): VotePair | undefined {
  const distance = distanceOfCategories(held, scale, settings);
  const read = readCategories(held, scale, settings);
  if (distance === undefined || !read) return undefined;
  const [x, y] = read;
  return x === ABSENT || y === ABSENT
    ? { imputedDistance: distance }
    : { stratum: 0, cell: x * categories + y };
}

/** Looks up what two votes, or absences, make of a roll call under the settings; `undefined` where it is no joint one. */
export function pairsUnder(
  settings: DyadSettings,
): (first: number, second: number) => VotePair | undefined {
  const all = Array.from({ length: categories - ABSENT }, (_, i) => i + ABSENT);
  const pairs = all.map((x) => all.map((y) => pairUp([x, y], settings)));
  return (x: number, y: number) => pairs[x - ABSENT]![y - ABSENT];
}

/**
 * The roll calls on which two countries of a record can be compared, as `compareDyad` finds them where every
 * vote has the weight 1, without an object for each that is not.
 */
export function jointVotes(
  { record, rollCalls, clusters }: SelectedRollCalls,
  [a, b]: readonly [CountryCode, CountryCode],
  settings: DyadSettings,
): JointIssues {
  const [first, second] = [record.votesOf(a), record.votesOf(b)];
  const pairOf = pairsUnder(settings);
  const issues: JointIssue[] = [];
  rollCalls.forEach((rollCall, i) => {
    const pair = pairOf(first[rollCall]!, second[rollCall]!);
    if (pair) issues.push({ weight: 1, cluster: clusters[i]!, ...pair });
  });
  return { scales, issues };
}

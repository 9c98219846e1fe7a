import {
  compareDyad,
  type Dyad,
  type DyadSettings,
  isSame,
  type JointIssue,
  tabulate,
  withEqualWeights,
} from '../evidence/dyad.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../evidence/evidence.ts';
import { type Weighting, weighingUnits } from '../evidence/weights.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { type AbsenceRule, absenceRules } from '../results/vocabulary.ts';
import type { Sensitivity } from '../results/score.ts';

type PerIssue = NonNullable<MeasureChoice['measure']['perIssue']>;

/** The unit of all issues where none have equal weights. */
const together = ['all'];

interface UnitSums {
  count: number;
  weight: number;
  sum: number;
}

/**
 * A weighted mean over all issues, without each of them; `null` where there is no other. Where topics or
 * catalogs have equal weights, it is the mean of their own weighted means, and without an issue only its own
 * change.
 */
function meansWithoutEach(
  joint: readonly JointIssue[],
  perIssue: PerIssue,
  weighting: Weighting,
): readonly (number | null)[] {
  const units = new Map<string, UnitSums>();
  const parts = joint.map((issue) => {
    const names =
      weighting.weighBy === 'issue' ? together : weighingUnits(issue.selected, weighting);
    const weight = issue.ownWeight;
    return { names, weight, sum: weight * perIssue(issue.distance, isSame(issue)) };
  });
  for (const { names, weight, sum } of parts)
    for (const name of names) {
      const unit = units.get(name) ?? { count: 0, weight: 0, sum: 0 };
      units.set(name, unit);
      unit.count++;
      unit.weight += weight;
      unit.sum += sum;
    }
  const total = [...units.values()].reduce((means, unit) => means + unit.sum / unit.weight, 0);
  return parts.map(({ names, weight, sum }) => {
    let [means, count] = [total, units.size];
    for (const name of names) {
      const unit = units.get(name)!;
      means -= unit.sum / unit.weight;
      if (unit.count === 1) count--;
      else means += (unit.sum - sum) / (unit.weight - weight);
    }
    return count === 0 ? null : means / count;
  });
}

/** The headline without each joint issue in turn; `null` where it is undefined. */
export function withoutEach(
  evidence: Evidence,
  joint: readonly JointIssue[],
  { measure, distance }: MeasureChoice,
  weighting: Weighting,
): readonly (number | null)[] {
  const { perIssue } = measure;
  if (perIssue) return meansWithoutEach(joint, perIssue, weighting);
  // Without one of several that are alike the score is the same.
  const known = new Map<string, number | null>();
  return joint.map((left) => {
    const { selected, categories, distance: apart, imputed, ownWeight } = left;
    const units = weighting.weighBy === 'issue' ? [] : weighingUnits(selected, weighting);
    const alike = [selected.scale, ...categories, apart, imputed, ownWeight, ...units].join(' ');
    const before = known.get(alike);
    if (before !== undefined) return before;
    const others = joint.filter((issue) => issue !== left);
    const table = tabulate(evidence, withEqualWeights(others, weighting));
    const { value } = measure.compute(table, distance);
    known.set(alike, value);
    return value;
  });
}

/** The headline with each joint issue left out in turn; ties go to the earliest issue. */
export function leaveOneOut(
  evidence: Evidence,
  { joint }: Dyad,
  choice: MeasureChoice,
  weighting: Weighting,
): Sensitivity['leaveOneOut'] {
  const none = (reason: string) => ({ min: null, max: null, most: null, reason });
  if (joint.length < 2) return none('fewer than 2 joint issues');
  const headline = choice.measure.compute(tabulate(evidence, joint), choice.distance).value;
  if (headline === null) return none('the score is undefined');
  const values = withoutEach(evidence, joint, choice, weighting);
  let [min, max, most] = [-1, -1, -1];
  values.forEach((value, i) => {
    if (value === null) return;
    if (min < 0 || value < values[min]!) min = i;
    if (max < 0 || value > values[max]!) max = i;
    if (most < 0 || Math.abs(value - headline) > Math.abs(values[most]! - headline)) most = i;
  });
  if (min < 0) return none('undefined without any one issue');
  const without = (i: number) => ({ value: values[i]!, issue: joint[i]!.selected.issue.id });
  return { min: without(min), max: without(max), most: without(most) };
}

/** The joint issues of a dyad under each absence rule. */
function jointUnderRules(
  evidence: Evidence,
  { a, b, joint }: Dyad,
  settings: DyadSettings,
): readonly (readonly [AbsenceRule, readonly JointIssue[]])[] {
  const isAbsence = (category: number | undefined) =>
    category === ABSENT || (settings.countsUncast === true && category === MISSING);
  const hasAbsence = ({ index }: SelectedIssue) =>
    isAbsence(a.categories[index]) || isAbsence(b.categories[index]);
  const absences = evidence.issues.filter(hasAbsence);
  const others = joint.filter(({ selected }) => !hasAbsence(selected));
  return absenceRules.map((absent) => {
    if (absent === settings.absent || absences.length === 0) return [absent, joint];
    const asked = { ...settings, absent };
    if (settings.weighting.weighBy !== 'issue')
      return [absent, compareDyad(evidence, a, b, asked).joint];
    // Only these are compared anew: no other weight depends on them.
    return [absent, [...others, ...compareDyad(evidence, a, b, asked, absences).joint]];
  });
}

/** How much the headline depends on the absence rule and on any single issue. */
export function testSensitivity(
  evidence: Evidence,
  dyad: Dyad,
  choice: MeasureChoice,
  settings: DyadSettings,
): Sensitivity {
  const outcomes = jointUnderRules(evidence, dyad, settings).map(([absent, joint]) => {
    return [absent, choice.measure.compute(tabulate(evidence, joint), choice.distance)] as const;
  });
  const absent = Object.fromEntries(outcomes.map(([rule, { value }]) => [rule, value])) as Readonly<
    Record<AbsenceRule, number | null>
  >;
  const reason = outcomes.find(([, { value }]) => value === null)?.[1].reason;
  return {
    absent,
    ...(reason === undefined ? {} : { absentReason: reason }),
    leaveOneOut: leaveOneOut(evidence, dyad, choice, settings.weighting),
  };
}

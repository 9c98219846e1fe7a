import { distanceTable, expectedDisagreement } from './disagreement.ts';
import type { ChanceModel, Contingency, Distance, MeasureChoice } from './measure.ts';
import type { JointIssue, JointIssues, Unit } from './resampling-units.ts';

/**
 * What has to be computed in each round. Measures with a rule share what they have in common: one
 * observed disagreement for each distance, one expected disagreement for each distance and chance
 * model. The loops over it are plain functions rather than closures: closures made anew for each
 * bootstrap start cold each time.
 */
export interface Plan {
  readonly observed: readonly { readonly weights: Float64Array; readonly weighted: Float64Array }[];
  readonly expected: readonly { readonly distance: Distance; readonly chance: ChanceModel }[];
  readonly steps: readonly Step[];
  /** Absent where no choice needs a table. */
  readonly sheet: Sheet | undefined;
  readonly observedValues: Float64Array;
  readonly expectedValues: Float64Array;
  /** The value of each choice, NaN if undefined. */
  readonly values: Float64Array;
}

interface Step {
  readonly choice: MeasureChoice;
  /** Indexes into the values of the plan; -1 where there is none. */
  readonly observed: number;
  readonly expected: number;
}

/** Lays out what the choices need, once for all rounds. */
export function planEvaluation(
  choices: readonly MeasureChoice[],
  scales: JointIssues['scales'],
  kinds: readonly Unit[],
): Plan {
  const distances: Distance[] = [];
  const expected: Plan['expected'][number][] = [];
  const steps = choices.map((choice): Step => {
    const { measure, distance } = choice;
    if (!measure.rule) return { choice, observed: -1, expected: -1 };
    if (!distances.includes(distance)) distances.push(distance);
    const { chance } = measure.rule;
    const known = expected.findIndex((e) => e.distance === distance && e.chance === chance);
    const place = known >= 0 || chance === null ? known : expected.push({ distance, chance }) - 1;
    return { choice, observed: distances.indexOf(distance), expected: place };
  });
  const tableNeeded = steps.some(({ choice }) => choice.measure.rule?.chance !== null);
  return {
    observed: distances.map((distance) => weighKinds(scales, kinds, distance)),
    expected,
    steps,
    sheet: tableNeeded ? layOut(scales, kinds) : undefined,
    observedValues: new Float64Array(distances.length),
    expectedValues: new Float64Array(expected.length),
    values: new Float64Array(choices.length),
  };
}

/** Weight of a unit of each kind, and its weight times distance. */
function weighKinds(scales: JointIssues['scales'], kinds: readonly Unit[], distance: Distance) {
  const distanceOf = (issue: JointIssue) =>
    issue.imputedDistance ?? distanceTable(scales[issue.stratum]!.values, distance)[issue.cell]!;
  const sum = (unit: Unit, term: (issue: JointIssue) => number) =>
    unit.reduce((total, issue) => total + term(issue), 0);
  return {
    weights: Float64Array.from(kinds, (unit) => sum(unit, ({ weight }) => weight)),
    weighted: Float64Array.from(kinds, (unit) =>
      sum(unit, (issue) => issue.weight * distanceOf(issue)),
    ),
  };
}

/** Gives the plan its values for the units counted. */
export function evaluate(plan: Plan, counts: Uint32Array): void {
  const { observed, expected, steps, sheet, observedValues, expectedValues, values } = plan;
  for (let d = 0; d < observed.length; d++) {
    const { weights, weighted } = observed[d]!;
    observedValues[d] = observedDisagreement(counts, weights, weighted);
  }
  if (sheet) {
    fillSheet(sheet, counts);
    for (let e = 0; e < expected.length; e++) {
      const { distance, chance } = expected[e]!;
      expectedValues[e] = expectedDisagreement(sheet.table, distance, chance);
    }
  }
  for (let c = 0; c < steps.length; c++) {
    const { choice, observed: o, expected: e } = steps[c]!;
    const { rule, compute } = choice.measure;
    if (rule) values[c] = rule.coefficient(observedValues[o]!, e < 0 ? NaN : expectedValues[e]!);
    else if (sheet) values[c] = compute(sheet.table, choice.distance).value ?? NaN;
  }
}

function observedDisagreement(
  counts: Uint32Array,
  weights: Float64Array,
  weighted: Float64Array,
): number {
  let weight = 0;
  let disagreement = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind]!;
    if (count === 0) continue;
    weight += count * weights[kind]!;
    disagreement += count * weighted[kind]!;
  }
  return disagreement / weight;
}

/** One contingency table, overwritten by each resample. */
interface Sheet {
  readonly table: Contingency;
  /** That of the table. */
  readonly imputed: { weight: number; distance: number };
  /** The cells of all strata, then the weight and the weighted distance of imputed absences. */
  readonly sums: Float64Array;
  /** What a unit of each kind adds to the sums. */
  readonly additions: readonly Additions[];
}

/** Scales on which there is no joint issue get no stratum: every measure would visit it in vain. */
function layOut(scales: JointIssues['scales'], kinds: readonly Unit[]): Sheet {
  const used = new Set(kinds.flat().map((issue) => issue.stratum));
  const offsets: number[] = [];
  let size = 0;
  for (const [s, { values }] of scales.entries()) {
    offsets.push(size);
    if (used.has(s)) size += values.length ** 2;
  }
  const sums = new Float64Array(size + 2);
  const strata = scales.flatMap(({ scale, values }, s) => {
    const start = offsets[s]!;
    return used.has(s)
      ? [{ scale, values, cells: sums.subarray(start, start + values.length ** 2) }]
      : [];
  });
  const imputed = { weight: 0, distance: 0 };
  const additions = kinds.map((unit) => additionsOf(unit, sums, offsets));
  return { table: { strata, imputed }, imputed, sums, additions };
}

/** Fills the sheet with the units counted. */
function fillSheet({ sums, imputed, additions }: Sheet, counts: Uint32Array): void {
  sums.fill(0);
  for (let kind = 0; kind < additions.length; kind++) {
    const { slots, amounts } = additions[kind]!;
    for (let a = 0; a < slots.length; a++) sums[slots[a]!]! += counts[kind]! * amounts[a]!;
  }
  imputed.weight = sums[sums.length - 2]!;
  imputed.distance = sums[sums.length - 1]!;
}

/** What a unit adds to the sheet: `sums[slots[a]] += amounts[a]` for every a. */
interface Additions {
  readonly slots: readonly number[];
  readonly amounts: readonly number[];
}

/** @param offsets where the cells of each scale start in `sums` */
function additionsOf(unit: Unit, sums: Float64Array, offsets: readonly number[]): Additions {
  const slots: number[] = [];
  const amounts: number[] = [];
  for (const issue of unit) {
    if (issue.imputedDistance === undefined) {
      slots.push(offsets[issue.stratum]! + issue.cell);
      amounts.push(issue.weight);
    } else {
      slots.push(sums.length - 2, sums.length - 1);
      amounts.push(issue.weight, issue.weight * issue.imputedDistance);
    }
  }
  return { slots, amounts };
}

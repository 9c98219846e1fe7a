import { expectedDisagreement } from './disagreement.ts';
import type { ChanceModel, Contingency, Distance, MeasureChoice } from './measure.ts';
import type { Draws } from './resampling-draws.ts';
import { type JointIssues, type Unit, weighUnits } from './resampling-units.ts';

/**
 * What has to be computed of all resamples. Measures with a rule share what they have in common: one
 * observed disagreement for each distance, one expected disagreement for each distance and chance
 * model. The loops over it are plain functions rather than closures: closures made anew for each
 * bootstrap start cold each time.
 */
export interface Plan {
  readonly observed: readonly ObservedDisagreement[];
  readonly expected: readonly { readonly distance: Distance; readonly chance: ChanceModel }[];
  readonly steps: readonly Step[];
  readonly sheet: Sheet;
  readonly expectedValues: Float64Array;
}

interface ObservedDisagreement {
  /** Weight of a unit of each kind, and its weight times distance. */
  readonly weights: Float64Array;
  readonly weighted: Float64Array;
  /** The disagreement in each of the resamples that were drawn last. */
  values: Float64Array;
}

/** What is done for a choice, in the order of the choices. */
export interface Step {
  readonly choice: MeasureChoice;
  /** That of its rule, if it has one. */
  readonly observed: ObservedDisagreement | undefined;
  /** Index into the expected values of the plan; -1 where there is none. */
  readonly expected: number;
  /** Filled: the defined values. */
  readonly values: Float64Array;
  defined: number;
}

/** Lays out what the choices need, once for all resamples. */
export function planEvaluation(
  choices: readonly MeasureChoice[],
  scales: JointIssues['scales'],
  kinds: readonly Unit[],
  resamples: number,
): Plan {
  const observed = new Map<Distance, ObservedDisagreement>();
  const expected: Plan['expected'][number][] = [];
  const steps = choices.map((choice): Step => {
    const { measure, distance } = choice;
    const { rule } = measure;
    if (rule && !observed.has(distance))
      observed.set(distance, {
        ...weighUnits(kinds, scales, distance),
        values: new Float64Array(),
      });
    const chance = rule?.chance ?? null;
    const known = expected.findIndex((e) => e.distance === distance && e.chance === chance);
    return {
      choice,
      observed: rule && observed.get(distance),
      expected: known >= 0 || chance === null ? known : expected.push({ distance, chance }) - 1,
      values: new Float64Array(resamples),
      defined: 0,
    };
  });
  return {
    observed: [...observed.values()],
    expected,
    steps,
    sheet: layOut(scales, kinds),
    expectedValues: new Float64Array(expected.length),
  };
}

/** Evaluates further resamples. */
export function evaluate(plan: Plan, { rounds, counts, stride, average }: Draws): void {
  const { observed, sheet, steps } = plan;
  for (const each of observed) each.values = average(each.weights, each.weighted);
  for (let round = 0; round < rounds; round++) {
    fillSheet(sheet, counts, stride, round);
    evaluateSheet(plan, sheet.table, steps, round);
  }
}

function evaluateSheet(
  { expected, expectedValues }: Plan,
  table: Contingency,
  steps: readonly Step[],
  round: number,
): void {
  for (let e = 0; e < expected.length; e++) {
    const { distance, chance } = expected[e]!;
    expectedValues[e] = expectedDisagreement(table, distance, chance);
  }
  for (let s = 0; s < steps.length; s++) {
    const step = steps[s]!;
    const { choice, observed, values } = step;
    const { rule, compute } = choice.measure;
    const value = rule
      ? rule.coefficient(observed!.values[round]!, expectedValues[step.expected]!)
      : (compute(table, choice.distance).value ?? Number.NaN);
    if (!Number.isNaN(value)) values[step.defined++] = value;
  }
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

/** @param stride from the count of one kind to that of the next */
function fillSheet(
  { sums, imputed, additions }: Sheet,
  counts: Uint32Array,
  stride: number,
  round: number,
): void {
  sums.fill(0);
  for (let kind = 0; kind < additions.length; kind++) {
    const { slots, amounts } = additions[kind]!;
    const count = counts[kind * stride + round]!;
    for (let a = 0; a < slots.length; a++) sums[slots[a]!]! += count * amounts[a]!;
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

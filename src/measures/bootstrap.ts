import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { distanceTable, expectedDisagreement } from './disagreement.ts';
import type { ChanceModel, Contingency, Distance, DyadicMeasure, Stratum } from './measure.ts';
import { quantileSorted } from './quantile.ts';

/** One joint issue, as far as a measure can see it. */
export type JointIssue = {
  /** > 0 */
  readonly weight: number;
  /** Issues of one cluster are drawn together; needed for all issues or for none. */
  readonly cluster?: string;
} & (
  | {
      /** Index into the scales. */
      readonly stratum: number;
      /** `i * k + j`: the first country in category i, the second in j. */
      readonly cell: number;
      readonly imputedDistance?: never;
    }
  /** One side was absent, and an absence rule gives the issue this distance in [0, 1]. */
  | { readonly imputedDistance: number; readonly stratum?: never; readonly cell?: never }
);

export interface JointIssues {
  readonly scales: readonly Pick<Stratum, 'scale' | 'values'>[];
  readonly issues: readonly JointIssue[];
}

/** A measure with the distance it is taken with. */
export interface MeasureChoice {
  readonly measure: DyadicMeasure;
  readonly distance: Distance;
}

export interface BootstrapOptions {
  /** Any integer; the same seed gives the same intervals. */
  readonly seed: number;
  /** 2000 unless given. */
  readonly resamples?: number;
  /** Share of resamples inside the interval, in (0, 1); 0.95 unless given. */
  readonly level?: number;
}

export type Interval =
  | {
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Resamples in which the coefficient was undefined; they are left out. */
      readonly undefinedResamples: number;
      readonly reason?: never;
    }
  | {
      readonly low: null;
      readonly high: null;
      readonly level: number;
      readonly undefinedResamples: number;
      readonly reason: string;
    };

/** Fewer joint issues than this carry no interval. */
export const MINIMUM_ISSUES = 5;

const DEFAULT_RESAMPLES = 2000;
const DEFAULT_LEVEL = 0.95;

/**
 * Percentile bootstrap over joint issues (Efron & Tibshirani 1993, ch. 13; quantiles of type 7): one
 * interval for each choice, in their order, all from the same resamples. Where issues carry clusters,
 * whole clusters are drawn with replacement, as many as there are. An interval is `null`, with the
 * reason, for fewer than 5 joint issues, for a single cluster, and for a coefficient that is
 * undefined in more than half of the resamples.
 */
export function bootstrapIntervals(
  joint: JointIssues,
  choices: readonly MeasureChoice[],
  options: BootstrapOptions,
): readonly Interval[] {
  const resamples = options.resamples ?? DEFAULT_RESAMPLES;
  const level = options.level ?? DEFAULT_LEVEL;
  const units = groupIntoUnits(joint.issues);
  const obstacle = obstacleToResampling(joint.issues.length, units.length);
  if (obstacle !== null) {
    return choices.map(() => noInterval(level, 0, obstacle));
  }

  const { of, units: kinds } = groupIntoKinds(units);
  const plan = planEvaluation(choices, joint.scales, kinds);
  const generator = xoroshiro128plus(options.seed);
  const counts = new Uint32Array(kinds.length);
  // Units of a single kind look the same however they are drawn.
  const rounds = kinds.length === 1 ? 1 : resamples;
  const outcomes = choices.map(() => new Float64Array(rounds));
  const defined = new Uint32Array(choices.length);
  for (let round = 0; round < rounds; round++) {
    drawUnits(of, counts, generator);
    evaluate(plan, counts);
    for (let c = 0; c < choices.length; c++) {
      const value = plan.values[c]!;
      if (!Number.isNaN(value)) outcomes[c]![defined[c]!++] = value;
    }
  }
  return outcomes.map((values, c) => percentileInterval(values, defined[c]!, level));
}

function obstacleToResampling(issueCount: number, unitCount: number): string | null {
  if (issueCount < MINIMUM_ISSUES) return `fewer than ${MINIMUM_ISSUES} joint issues`;
  return unitCount < 2 ? 'a single group of issues to resample' : null;
}

function percentileInterval(outcomes: Float64Array, defined: number, level: number): Interval {
  const undefinedResamples = outcomes.length - defined;
  if (undefinedResamples * 2 > outcomes.length) {
    return noInterval(level, undefinedResamples, 'undefined in more than half of the resamples');
  }
  const sorted = outcomes.subarray(0, defined).sort();
  return {
    low: quantileSorted(sorted, (1 - level) / 2),
    high: quantileSorted(sorted, (1 + level) / 2),
    level,
    undefinedResamples,
  };
}

function noInterval(level: number, undefinedResamples: number, reason: string): Interval {
  return { low: null, high: null, level, undefinedResamples, reason };
}

/**
 * What has to be computed in each round. Measures with a rule share what they have in common: one
 * observed disagreement for each distance, one expected disagreement for each distance and chance
 * model. The loops over it are plain functions rather than closures: closures made anew for each
 * bootstrap start cold each time.
 */
interface Plan {
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

function planEvaluation(
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
function evaluate(plan: Plan, counts: Uint32Array): void {
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

/** What is drawn as one: an issue, or all the issues of a cluster. */
type Unit = readonly JointIssue[];

/** Units in order of first appearance. */
function groupIntoUnits(issues: readonly JointIssue[]): readonly Unit[] {
  const clusters = new Map<string, JointIssue[]>();
  const units: JointIssue[][] = [];
  for (const issue of issues) {
    const known = issue.cluster === undefined ? undefined : clusters.get(issue.cluster);
    if (known) {
      known.push(issue);
      continue;
    }
    const unit = [issue];
    units.push(unit);
    if (issue.cluster !== undefined) clusters.set(issue.cluster, unit);
  }
  return units;
}

/** Units that no measure can tell apart are of one kind: drawing a unit only counts its kind. */
interface Kinds {
  /** One unit of each kind. */
  readonly units: readonly Unit[];
  /** The kind of every unit that may be drawn. */
  readonly of: Uint32Array;
}

function groupIntoKinds(units: readonly Unit[]): Kinds {
  const known = new Map<string, number>();
  const kept: Unit[] = [];
  const of = Uint32Array.from(units, (unit) => {
    const key = unit
      .map((issue) => `${issue.stratum}/${issue.cell}/${issue.imputedDistance}/${issue.weight}`)
      .join();
    const kind = known.get(key) ?? kept.push(unit) - 1;
    known.set(key, kind);
    return kind;
  });
  return { units: kept, of };
}

/** Draws as many units as there are, with replacement, and counts their kinds. */
function drawUnits(of: Uint32Array, counts: Uint32Array, generator: RandomGenerator): void {
  const units = of.length;
  // Draws are rejected until they are below the number of units, and one random word serves several:
  // exactly uniform, and all in small integers, which cost nothing before the compiler has warmed up.
  const bits = 32 - Math.clz32(units - 1);
  const mask = 2 ** bits - 1;
  const drawsPerWord = Math.floor(32 / bits);
  counts.fill(0);
  let word = 0;
  let drawsLeft = 0;
  for (let drawn = 0; drawn < units;) {
    if (drawsLeft-- === 0) {
      word = generator.next();
      drawsLeft = drawsPerWord - 1;
    }
    const unit = word & mask;
    word >>>= bits;
    if (unit >= units) continue;
    counts[of[unit]!]!++;
    drawn++;
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

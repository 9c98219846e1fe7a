import { agnes } from 'ml-hclust';
import { isDivergence } from '../measures/divergence.ts';
import { type DyadTable, toSquare } from './dyad-table.ts';
import type { MatrixResult } from './matrix.ts';

export interface ArrangedCountry {
  readonly code: string;
  readonly name: string;
  /** Dyads of this country that are defined. */
  readonly dyads: number;
  /** Joint issues over all its dyads. */
  readonly joint: number;
}

export interface NotableDyad {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  readonly value: number;
}

/** A matrix ordered for the eye. */
export interface ArrangedMatrix {
  readonly measure: string;
  readonly distance: string | null;
  readonly issues: number;
  /** Alike countries stand together. */
  readonly countries: readonly ArrangedCountry[];
  /** In the order of the countries; NaN on the diagonal and where undefined. */
  readonly values: readonly (readonly number[])[];
  /** Number of dyads with a value. */
  readonly dyads: number;
  /** Nearest and farthest dyads of at least `minimum` joint issues, most extreme first. */
  readonly nearest: readonly NotableDyad[];
  readonly farthest: readonly NotableDyad[];
  readonly minimum: number;
}

const notable = 5;
/** A dyad with fewer joint issues than this is no finding. */
const leastJoint = 5;

/**
 * Orders the countries of a matrix by similarity (average linkage; a dyad without a value is as far
 * apart as the farthest) and picks the extremes.
 */
export function arrangeMatrix(result: MatrixResult): ArrangedMatrix {
  const [period] = [...result.periods];
  if (!period) throw new Error('a matrix without periods');
  const { dyads } = period;
  const nameOf = new Map(result.countries.map(({ code, name }) => [code, name]));
  const values = toSquare(dyads);
  const order = similarFirst(values);
  const joint = jointOf(dyads);
  const ranked = rank(dyads);
  const nearer = isDivergence(result.measure) ? -1 : 1;
  return {
    measure: result.measure,
    distance: result.distance,
    issues: result.issues,
    countries: order.map((i) => {
      const code = dyads.countries[i]!;
      return {
        code,
        name: nameOf.get(code) ?? code,
        dyads: values[i]!.filter((value) => !Number.isNaN(value)).length,
        joint: joint[i]!,
      };
    }),
    values: order.map((i) => order.map((j) => values[i]![j]!)),
    dyads: ranked.length,
    nearest: pick(ranked, nameOf, nearer),
    farthest: pick(ranked, nameOf, -nearer),
    minimum: leastJoint,
  };
}

function jointOf({ countries, size, a, b, n }: DyadTable): readonly number[] {
  const joint = countries.map(() => 0);
  for (let i = 0; i < size; i++) {
    joint[a[i]!]! += n[i]!;
    joint[b[i]!]! += n[i]!;
  }
  return joint;
}

function similarFirst(values: readonly (readonly number[])[]): readonly number[] {
  if (values.length < 3) return [...values.keys()];
  const known = values.flat().filter((value) => !Number.isNaN(value));
  const [low, high] = known.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  const distances = values.map((row, i) =>
    row.map((value, j) => (i === j ? 0 : high - (Number.isNaN(value) ? low : value))),
  );
  return agnes(distances, { method: 'average', isDistanceMatrix: true }).indices();
}

interface Ranked extends NotableDyad {
  readonly row: number;
}

function rank({ countries, size, a, b, n, value }: DyadTable): readonly Ranked[] {
  return Array.from({ length: size }, (_, row) => ({
    row,
    a: countries[a[row]!]!,
    b: countries[b[row]!]!,
    n: n[row]!,
    value: value[row]!,
  })).filter((dyad) => !Number.isNaN(dyad.value));
}

function pick(
  dyads: readonly Ranked[],
  nameOf: ReadonlyMap<string, string>,
  /** 1: highest values first. -1: lowest. */
  direction: number,
): readonly NotableDyad[] {
  return dyads
    .filter(({ n }) => n >= leastJoint)
    .toSorted((x, y) => (y.value - x.value) * direction || y.n - x.n || x.row - y.row)
    .slice(0, Math.min(notable, Math.floor(dyads.length / 2)))
    .map(({ a, b, n, value }) => ({ a: nameOf.get(a) ?? a, b: nameOf.get(b) ?? b, n, value }));
}

import { describeMeasure } from '../measures/registry.ts';
import { type Arrangement, type ArrangedDyad, arrangeDyads } from './arrange.ts';
import { toSquare } from './dyad-table.ts';
import type { CountryLabel } from '../results/parts.ts';
import type { MatrixResult } from './matrix.ts';

export interface ArrangedCountry extends CountryLabel {
  /** Dyads of this country that are defined. */
  readonly dyads: number;
  /** Joint issues, or interactions, over all its dyads. */
  readonly joint: number;
}

/** A matrix ordered for the eye. */
export interface ArrangedMatrix extends Pick<Arrangement, 'minJoint' | 'closest' | 'farthest'> {
  readonly measure: string;
  readonly distance: string | null;
  readonly issues: number;
  /** What is measured in place of issues, where that is cooperation. */
  readonly interactions?: number;
  /** Alike countries stand together. */
  readonly countries: readonly ArrangedCountry[];
  /** In the order of the countries; NaN on the diagonal and where undefined. */
  readonly values: readonly (readonly number[])[];
  /** Number of dyads with a value. */
  readonly dyads: number;
}

const most = 5;

/** Puts a matrix without periods in order, its extremes by name. */
export function arrangeMatrix({
  periods,
  measure: id,
  countries: named,
  ...rest
}: MatrixResult): ArrangedMatrix {
  const [period] = [...periods];
  if (!period) throw new Error('a matrix of one period expected');
  const { countries } = period.dyads;
  const { order, dyads, minJoint, closest, farthest } = arrangeDyads(
    period.dyads,
    describeMeasure(id),
    countries,
    most,
  );
  const square = toSquare(period.dyads);
  const labelOf = (code: string): CountryLabel => {
    const { name = code, actor } = named.find((each) => each.code === code) ?? {};
    return { code, name, ...(actor ? { actor } : {}) };
  };
  const nameOf = (code: string) => labelOf(code).name;
  const withNames = ({ a, b, ...dyad }: ArrangedDyad) => ({ ...dyad, a: nameOf(a), b: nameOf(b) });
  const places = order.map((code) => countries.indexOf(code));
  return {
    measure: id,
    distance: rest.distance,
    issues: rest.issues,
    ...(rest.interactions === undefined ? {} : { interactions: rest.interactions }),
    countries: order.map((code) => {
      const own = dyads.filter(({ a, b }) => a === code || b === code);
      return {
        ...labelOf(code),
        dyads: own.filter(({ value }) => value !== null).length,
        joint: own.reduce((sum, { n }) => sum + n, 0),
      };
    }),
    values: places.map((i) => places.map((j) => square[i]![j]!)),
    dyads: dyads.filter(({ value }) => value !== null).length,
    minJoint,
    closest: closest.map(withNames),
    farthest: farthest.map(withNames),
  };
}

import type { CountryCode } from '../catalog/model.ts';

/** What is said of every dyad of a matrix; NaN is undefined. */
export interface DyadCoefficients {
  /** Joint issues. */
  n: number;
  agreement: number;
  identical: number;
  s: number;
  kappa: number;
  pi: number;
}

/**
 * Coefficients of many dyads, by column: a million rows of objects would not fit in memory. Rows are
 * sorted by the first country, then the second; dyads without joint issues are left out.
 */
export interface DyadTable {
  /** Sorted by code; `a` and `b` are indexes into it, a < b. */
  readonly countries: readonly CountryCode[];
  readonly size: number;
  readonly a: Uint16Array;
  readonly b: Uint16Array;
  readonly n: Int32Array;
  /** Of the measure asked for; one of the columns below where that has it. */
  readonly value: Float64Array;
  readonly agreement: Float64Array;
  readonly identical: Float64Array;
  readonly s: Float64Array;
  readonly kappa: Float64Array;
  readonly pi: Float64Array;
}

/** A table filled row by row, for at most `capacity` rows. */
export interface DyadTableBuilder {
  /** @param value of the measure asked for; only where it has no column of its own */
  readonly add: (a: number, b: number, row: DyadCoefficients, value?: number) => void;
  readonly finish: () => DyadTable;
}

/** Coefficients with a column of their own. */
export type DyadColumn = 'agreement' | 'identical' | 's' | 'kappa' | 'pi';

/** @param headline the column of the measure asked for, or `undefined` if it has none */
export function createDyadTable(
  countries: readonly CountryCode[],
  capacity: number,
  headline: DyadColumn | undefined,
): DyadTableBuilder {
  const a = new Uint16Array(capacity);
  const b = new Uint16Array(capacity);
  const n = new Int32Array(capacity);
  const columns = {
    agreement: new Float64Array(capacity),
    identical: new Float64Array(capacity),
    s: new Float64Array(capacity),
    kappa: new Float64Array(capacity),
    pi: new Float64Array(capacity),
  };
  const { agreement, identical, s, kappa, pi } = columns;
  const value = headline === undefined ? new Float64Array(capacity) : columns[headline];
  let size = 0;
  return {
    add: (first, second, row, own) => {
      a[size] = first;
      b[size] = second;
      n[size] = row.n;
      agreement[size] = row.agreement;
      identical[size] = row.identical;
      s[size] = row.s;
      kappa[size] = row.kappa;
      pi[size] = row.pi;
      if (headline === undefined) value[size] = own ?? Number.NaN;
      size++;
    },
    finish: () => ({
      countries,
      size,
      a: a.subarray(0, size),
      b: b.subarray(0, size),
      n: n.subarray(0, size),
      value: value.subarray(0, size),
      agreement: agreement.subarray(0, size),
      identical: identical.subarray(0, size),
      s: s.subarray(0, size),
      kappa: kappa.subarray(0, size),
      pi: pi.subarray(0, size),
    }),
  };
}

/** Values of a table in rows and columns of its countries; NaN on the diagonal and where there is none. */
export function toSquare({ countries, size, a, b, value }: DyadTable): readonly number[][] {
  const rows = countries.map(() => countries.map(() => Number.NaN));
  for (let i = 0; i < size; i++) {
    rows[a[i]!]![b[i]!] = value[i]!;
    rows[b[i]!]![a[i]!] = value[i]!;
  }
  return rows;
}

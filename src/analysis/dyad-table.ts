import type { CountryCode } from '../catalog/model.ts';
import type { matrix } from '../results/dyads.ts';
import type { Result } from '../results/parts.ts';

/**
 * Coefficients of many dyads, by column: a million rows of objects would not fit in memory. Rows are
 * sorted by the first country, then the second; dyads without joint issues are left out. NaN is undefined.
 */
export interface DyadTable {
  /** Sorted by code; `a` and `b` are indexes into it, a < b. */
  readonly countries: readonly CountryCode[];
  readonly size: number;
  readonly a: Uint16Array;
  readonly b: Uint16Array;
  /** Joint issues, or interactions. */
  readonly n: Int32Array;
  /** Of the measure asked for. */
  readonly value: Float64Array;
  readonly agreement: Float64Array;
  readonly identical: Float64Array;
  readonly s: Float64Array;
  readonly kappa: Float64Array;
  readonly pi: Float64Array;
  /** Why values are undefined, where some are. */
  readonly whyUndefined: string;
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

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** The rows of a table as results have them, one by one. */
export function* listDyads(
  { countries, size, a, b, n, value, agreement, identical, s, kappa, pi, whyUndefined }: DyadTable,
  period: string | null,
): Generator<Result<typeof matrix>['dyads'][number]> {
  for (let i = 0; i < size; i++) {
    const coefficients = {
      value: orNull(value[i]!),
      agreement: orNull(agreement[i]!),
      identical: orNull(identical[i]!),
      s: orNull(s[i]!),
      kappa: orNull(kappa[i]!),
      pi: orNull(pi[i]!),
    };
    yield {
      a: countries[a[i]!]!,
      b: countries[b[i]!]!,
      ...(period === null ? {} : { period }),
      n: n[i]!,
      ...coefficients,
      ...(Object.values(coefficients).includes(null) ? { reason: whyUndefined } : {}),
    };
  }
}

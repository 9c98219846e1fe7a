import type { Renderable } from '../renderable.ts';

const chunkSize = 1 << 16;

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** One object, a dyad a line, in chunks. */
export function* render(result: Renderable['matrix']): Generator<string> {
  const { periods, provenance, ...head } = result;
  let chunk = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "dyads": [`;
  let separator = '\n    ';
  for (const { period, dyads } of periods) {
    const { countries, size, a, b, n, value, agreement, identical, s, kappa, pi } = dyads;
    for (let i = 0; i < size; i++) {
      const coefficients = {
        value: orNull(value[i]!),
        agreement: agreement[i]!,
        identical: identical[i]!,
        s: s[i]!,
        kappa: orNull(kappa[i]!),
        pi: orNull(pi[i]!),
      };
      const undefinedOnes = Object.values(coefficients).includes(null);
      const row = {
        a: countries[a[i]!]!,
        b: countries[b[i]!]!,
        ...(period === null ? {} : { period }),
        n: n[i]!,
        ...coefficients,
        ...(undefinedOnes ? { reason: whyUndefined } : {}),
      };
      chunk += separator + JSON.stringify(row);
      separator = ',\n    ';
      if (chunk.length > chunkSize) {
        yield chunk;
        chunk = '';
      }
    }
  }
  yield `${chunk}\n  ],\n  "provenance": ${JSON.stringify(provenance, null, 2).replaceAll('\n', '\n  ')}\n}\n`;
}

const whyUndefined =
  'no variation, or an absence rule supplies distances but no positions: chance agreement is unknown';

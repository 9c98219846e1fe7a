import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { cases, tryCase } from './fuzz.ts';

/**
 * Ten thousand cases, the same ones each time. For a million others:
 * `ALIGN_FUZZ=1000000 ALIGN_FUZZ_SEED=7 npx vitest run test/hostile/fuzz.test.ts`
 */
const total = Number(process.env['ALIGN_FUZZ'] ?? 10_000);
const seed = Number(process.env['ALIGN_FUZZ_SEED'] ?? 17);

const shares: Readonly<Record<keyof typeof cases, number>> = {
  arguments: 0.25,
  'texts of catalogs': 0.22,
  'contents of catalogs': 0.22,
  records: 0.12,
  'tables to import': 0.08,
  workbooks: 0.01,
  policies: 0.06,
  weights: 0.04,
};

describe('whatever it is given, it answers or says why not', () => {
  test.each(Object.entries(cases))(
    'odd %s',
    async (name, arbitrary) => {
      const numRuns = Math.ceil(total * shares[name]!);
      await fc.assert(fc.asyncProperty(arbitrary, tryCase), { seed, numRuns });
    },
    total * 100,
  );
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyJoint, sumDyads } from '../../src/analysis/sums-of-dyads.ts';
import { builtInScales } from '../../src/catalog/scales.ts';
import type { DyadSettings, JointIssue } from '../../src/evidence/dyad.ts';
import { absenceRules, distances } from '../../src/results/vocabulary.ts';

const scales = [builtInScales['vote']!, builtInScales['stance5']!];
const size = 40;

/** Categories of five countries on issues, of which every other is on the longer scale. */
const rowsOf = fc.array(
  fc
    .array(fc.integer({ min: -2, max: 4 }), { minLength: size, maxLength: size })
    .map((row) => Int8Array.from(row, (each, i) => (i % 2 === 0 ? Math.min(each, 2) : each))),
  { minLength: 2, maxLength: 5 },
);

it('issues that are counted together come to the sums of going through them', () => {
  fc.assert(
    fc.property(
      rowsOf,
      fc.array(fc.constantFrom(0.5, 1, 2), { minLength: size, maxLength: size }),
      fc.constantFrom(...distances),
      fc.constantFrom(...absenceRules),
      (rows, weights, distance, absent) => {
        const joint = weights.map((weight, index) => ({
          selected: { index, scale: index % 2 },
          weight,
          distance: (index % 3) / 2,
        })) as unknown as readonly JointIssue[];
        const settings = { distance, absent } as unknown as DyadSettings;
        const classes = classifyJoint({ scales }, joint, settings);
        const [one, other] = [sumDyads(rows, classes, 0), sumDyads(rows, classes, Infinity)];
        for (const part of ['weights', 'own', 'others'] as const)
          one[part].forEach((sum, dyad) => expect(sum).toBeCloseTo(other[part][dyad]!, 10));
      },
    ),
    { numRuns: 200 },
  );
});

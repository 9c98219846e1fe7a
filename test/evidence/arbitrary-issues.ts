import * as fc from 'fast-check';
import { builtInScales } from '../../src/catalog/scales.ts';
import type { IssueSketch } from './catalogs.ts';

export const arbitraryCountries = ['CHN', 'IND', 'RUS', 'USA'];
const topics = ['land', 'sea', 'sky'];

const saliences = ['low', 'medium', 'high', undefined] as const;

/** Positions on one issue: a label, `absent`, or none. */
function heldOn(labels: readonly string[]) {
  const stance = fc.record({
    stance: fc.constantFrom(...labels, 'absent'),
    salience: fc.constantFrom(...saliences),
  });
  const written = stance.map(({ salience, ...rest }) => (salience ? { ...rest, salience } : rest));
  const held = fc.option(written, { nil: undefined, freq: 8 });
  return fc
    .tuple(...arbitraryCountries.map(() => held))
    .map((all) =>
      Object.fromEntries(
        all.flatMap((label, c) => (label === undefined ? [] : [[arbitraryCountries[c]!, label]])),
      ),
    );
}

const ownLabels = ['none', 'low', 'middle', 'high', 'all'];

/** Built-in scales, and own ones with a neutral label in the middle, elsewhere, and without sides. */
const scales: readonly Pick<IssueSketch, 'scale' | 'labels' | 'neutral'>[] = [
  { scale: 'vote' },
  { scale: 'stance5' },
  { scale: 'stance3' },
  { scale: 'membership' },
  { scale: 'four', labels: ownLabels.slice(1) },
  { scale: 'second', labels: ownLabels, neutral: 'low' },
  { scale: 'bare', labels: ownLabels.slice(1, 4), neutral: 'none' },
];

const sketch = fc.constantFrom(...scales).chain((scale) =>
  fc.record({
    scale: fc.constant(scale),
    weight: fc.double({ min: 0.01, max: 9, noNaN: true }),
    topics: fc.subarray(topics, { minLength: 1 }),
    held: heldOn(scale.labels ?? builtInScales[scale.scale!]!.labels),
    coordination: fc.array(
      fc.record({
        between: fc.shuffledSubarray(arbitraryCountries, { minLength: 2 }),
        depth: fc.constantFrom('parallel', 'coordinated', 'joint'),
        sources: fc.constant([]),
      }),
      { maxLength: 2 },
    ),
  }),
);

/** Up to nine issues of a small catalog: memberships, votes and stances, with saliences and coordination. */
export const arbitraryIssues = fc
  .array(sketch, { maxLength: 9 })
  .map((sketches): IssueSketch[] =>
    sketches.map(({ scale, ...each }, i) => Object.assign({ id: `issue-${i}` }, scale, each)),
  );

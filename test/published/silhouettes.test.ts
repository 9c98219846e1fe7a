import { expect, it } from 'vitest';
import { meanSilhouette, silhouetteWidths } from '../../src/measures/silhouette.ts';

// Rousseeuw 1987, table 1: dissimilarities of twelve countries as students of political science saw them.
const names = 'BEL BRA CHI CUB EGY FRA IND ISR USA USS YUG ZAI'.split(' ');
const lower = [
  [5.58],
  [7.0, 6.5],
  [7.08, 7.0, 3.83],
  [4.83, 5.08, 8.17, 5.83],
  [2.17, 5.75, 6.67, 6.92, 4.92],
  [6.42, 5.0, 5.58, 6.0, 4.67, 6.42],
  [3.42, 5.5, 6.42, 6.42, 5.0, 3.92, 6.17],
  [2.5, 4.92, 6.25, 7.33, 4.5, 2.25, 6.33, 2.75],
  [6.08, 6.67, 4.25, 2.67, 6.0, 6.17, 6.17, 6.92, 6.17],
  [5.25, 6.83, 4.5, 3.75, 5.75, 5.42, 6.08, 5.83, 6.67, 3.67],
  [4.75, 3.0, 6.08, 6.67, 5.0, 5.58, 4.83, 6.17, 5.67, 6.5, 6.92],
];
const dissimilarity = names.map((_, i) =>
  names.map((__, j) => (i === j ? 0 : lower[Math.max(i, j) - 1]![Math.min(i, j)]!)),
);

it.each([
  [
    'BEL BRA EGY FRA ISR USA ZAI | CHI CUB IND USS YUG',
    0.28,
    'USA .43 BEL .39 FRA .35 ISR .30 BRA .22 EGY .20 ZAI .19 CUB .40 USS .34 CHI .33 YUG .26 IND -.04',
  ],
  [
    'BEL EGY FRA ISR USA | BRA IND ZAI | CHI CUB USS YUG',
    0.33,
    'USA .47 FRA .44 BEL .42 ISR .37 EGY .02 ZAI .28 BRA .25 IND .17 CUB .48 USS .44 YUG .31 CHI .31',
  ],
])('the silhouettes of %s are those of figures 4 and 5', (partition, mean, published) => {
  const groups = partition.split(' | ').map((group) => group.split(' '));
  const clusters = names.map((name) => groups.findIndex((group) => group.includes(name)));
  const widths = silhouetteWidths(dissimilarity, clusters);
  const words = published.split(' ');
  for (let i = 0; i < words.length; i += 2) {
    const width = widths[names.indexOf(words[i]!)]!;
    expect(Math.abs(width - Number(words[i + 1])), words[i]).toBeLessThanOrEqual(0.0101);
  }
  expect(meanSilhouette(widths)).toBeCloseTo(mean, 2);
});

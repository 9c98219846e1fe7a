import { obstacleToChance } from './disagreement.ts';
import type { Coefficient, Contingency, DyadicMeasure } from './measure.ts';

/** Products of positions, and squares of the first country's and of the second's, summed by weight. */
function sumProducts({ strata }: Contingency): readonly [product: number, x: number, y: number] {
  let [product, first, second] = [0, 0, 0];
  for (const { values, cells } of strata) {
    const k = values.length;
    for (let i = 0; i < k; i++) {
      let [row, column] = [0, 0];
      for (let j = 0; j < k; j++) {
        row += cells[i * k + j]!;
        column += cells[j * k + i]!;
        // Both ways at once: from either side the sum is the same to the last digit.
        if (j >= i)
          product +=
            (cells[i * k + j]! + (j > i ? cells[j * k + i]! : 0)) * values[i]! * values[j]!;
      }
      first += row * values[i]! ** 2;
      second += column * values[i]! ** 2;
    }
  }
  return [product, first, second];
}

function cosineOf(table: Contingency): Coefficient {
  const obstacle = obstacleToChance(table);
  if (obstacle !== null) return { value: null, reason: obstacle };
  const [product, first, second] = sumProducts(table);
  if (first === 0 && second === 0)
    return { value: null, reason: 'no variation: neither country ever takes a side' };
  if (first === 0)
    return { value: null, reason: 'no variation: the first country never takes a side' };
  if (second === 0)
    return { value: null, reason: 'no variation: the second country never takes a side' };
  return { value: Math.max(-1, Math.min(1, product / Math.sqrt(first * second))) };
}

/**
 * Cosine of the angle between two countries' positions, as vectors over the issues: 1 the same
 * direction, 0 nothing in common, -1 the opposite one. Neutral positions are 0 and add nothing, so that
 * a country is not far from another for abstaining. `null` if either never takes a side, or absences are
 * imputed.
 */
export const cosine: DyadicMeasure = {
  id: 'cosine',
  name: 'Cosine similarity',
  range: [-1, 1],
  formula: 'Σ w x y / √(Σ w x² Σ w y²)',
  source: 'Salton & McGill 1983',
  use: 'To compare with published similarities of votes; shared abstentions count for nothing, and whoever seldom takes a side swings widely.',
  distances: [],
  interval: 'range',
  perIssue: null,
  compute: cosineOf,
};

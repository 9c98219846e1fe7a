import { obstacleToChance } from './disagreement.ts';
import type { Coefficient, Contingency, DyadicMeasure, Stratum } from './measure.ts';

/**
 * Weight of the concordant pairs of issues minus that of the discordant ones; `rowStep` k reads the
 * table from the first country's side, 1 from the second's.
 */
function netConcordance({ values, cells }: Stratum, rowStep: number, columnStep: number): number {
  const k = values.length;
  /** Weight of each of the second country's categories, in rows of higher position than the current one. */
  const higher = new Float64Array(k);
  let higherTotal = 0;
  let net = 0;
  for (let i = k - 1; i >= 0; i--) {
    let upToHere = 0;
    for (let j = 0; j < k; j++) {
      const before = upToHere;
      upToHere += higher[j]!;
      net += cells[i * rowStep + j * columnStep]! * (higherTotal - upToHere - before);
    }
    for (let j = 0; j < k; j++) {
      const weight = cells[i * rowStep + j * columnStep]!;
      higher[j]! += weight;
      higherTotal += weight;
    }
  }
  return net;
}

/** Weight of the pairs of issues on which one country differs; `rowStep` 1 sums up rows, `k` columns. */
function untiedPairs({ values, cells }: Stratum, categoryStep: number, otherStep: number): number {
  const k = values.length;
  let seen = 0;
  let untied = 0;
  for (let i = 0; i < k; i++) {
    let weight = 0;
    for (let j = 0; j < k; j++) weight += cells[i * categoryStep + j * otherStep]!;
    // Products of categories rather than W² - Σ r²: a constant country gives exactly 0.
    untied += seen * weight;
    seen += weight;
  }
  return untied;
}

function tauB(table: Contingency): Coefficient {
  const obstacle = obstacleToChance(table);
  if (obstacle !== null) return { value: null, reason: obstacle };
  let net = 0;
  let firstUntied = 0;
  let secondUntied = 0;
  for (const stratum of table.strata) {
    const k = stratum.values.length;
    // From both sides, so that both get the same to the last digit.
    net += (netConcordance(stratum, k, 1) + netConcordance(stratum, 1, k)) / 2;
    firstUntied += untiedPairs(stratum, k, 1);
    secondUntied += untiedPairs(stratum, 1, k);
  }
  if (firstUntied === 0 && secondUntied === 0) {
    return { value: null, reason: 'no variation: neither country ever changes its position' };
  }
  if (firstUntied === 0) {
    return {
      value: null,
      reason: 'no variation: the first country always takes the same position',
    };
  }
  if (secondUntied === 0) {
    return {
      value: null,
      reason: 'no variation: the second country always takes the same position',
    };
  }
  const tau = net / Math.sqrt(firstUntied * secondUntied);
  return { value: Math.max(-1, Math.min(1, tau)) };
}

/**
 * Kendall's tau-b over pairs of issues, corrected for ties. A pair of issues weighs the product of
 * their weights; pairs are formed within a scale and summed over scales. Only the order of the
 * categories matters. `null` if a country never changes its position, or absences are imputed.
 */
export const kendallTauB: DyadicMeasure = {
  id: 'tau-b',
  name: "Kendall's tau-b",
  range: [-1, 1],
  formula: '(C - D) / √((C + D + Tx) (C + D + Ty))',
  source: 'Kendall 1945; Bueno de Mesquita 1975',
  use: 'To compare with older alliance studies; it measures association, not agreement: two countries that never agree can reach 1.',
  distances: [],
  interval: 'range',
  perIssue: null,
  compute: tauB,
};

/** The rank of a score among those of other dyads. */
export type Percentile =
  | {
      /** Share, in [0, 1], of the other dyads that are farther apart. */
      readonly value: number;
      /** The other dyads compared with. */
      readonly dyads: number;
      /** Joint issues that each of them has at least. */
      readonly leastJoint: number;
      readonly reason?: never;
    }
  | { readonly value: null; readonly dyads: number; readonly reason: string };

/** With fewer dyads of the same coverage than this, a rank among them says little. */
const fewDyads = 20;

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

/** The fewest joint issues of those that a dyad with so many is ranked among, at most and at least. */
export function leastJointOf(joint: number): readonly [strict: number, wide: number] {
  return [Math.max(1, joint), Math.max(1, Math.ceil(joint / 3))];
}

/** Joint issues of dyads, and their scores; NaN where a score is undefined. */
export interface ScoredDyads {
  readonly joint: Int32Array;
  readonly scores: Float64Array;
  /** Whether a dyad is near where its score is low. */
  readonly descending: boolean;
}

/** A score to be ranked, and whether its own dyad is among the others. */
export interface Ranked {
  readonly joint: number;
  readonly score: number;
  readonly isAmong: boolean;
}

/**
 * Ranks scores among dyads: among those with at least as many joint issues. The best covered dyads have
 * hardly any such company: where there are fewer than 20, and at least 20 have a third as many joint
 * issues, it is the rank among those.
 */
export function rankAmong({
  joint,
  scores,
  descending,
}: ScoredDyads): (ranked: Ranked) => Percentile {
  const count = (least: number, above: number, below: number) => {
    let n = 0;
    for (let i = 0; i < scores.length; i++)
      if (joint[i]! >= least && scores[i]! > above && scores[i]! < below) n++;
    return n;
  };
  return ({ joint: own, score, isAmong }) => {
    const [strict, wide] = leastJointOf(own);
    const othersOf = (least: number) => count(least, -Infinity, Infinity) - Number(isAmong);
    let least = strict;
    let dyads = othersOf(strict);
    if (dyads < fewDyads) {
      const wider = othersOf(wide);
      if (wider >= fewDyads) [least, dyads] = [wide, wider];
    }
    if (dyads <= 0)
      return { value: null, dyads: 0, reason: 'no other dyad has as many joint issues' };
    const lower = descending
      ? count(least, score + leastDifference, Infinity)
      : count(least, -Infinity, score - leastDifference);
    return { value: lower / dyads, dyads, leastJoint: least };
  };
}

import type { Ratings } from '../../src/measures/krippendorff-alpha.ts';
import { uniforms } from '../bench/simulated-dyads.mjs';

/** How coders are made up: each sees a normal variable with noise of its own, cut into categories. */
export interface CoderDesign {
  readonly coders: number;
  /** Standard deviation of the noise, where that of what is coded is 1. */
  readonly noise: number;
  /** Where one category ends and the next begins. */
  readonly cuts: readonly number[];
  /** Positions of an issue. */
  readonly perIssue: number;
  /** Part of the variance of the noise that all positions of an issue have in common. */
  readonly common: number;
}

/** Draws of as many positions as asked for, the same ones each time. */
export function coderSampler({ coders, noise, cuts, perIssue, common }: CoderDesign) {
  const uniform = uniforms(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return (
    positions: number,
  ): { readonly ratings: Ratings; readonly clusters: readonly string[] } => {
    const ratings: number[][] = Array.from({ length: coders }, () => []);
    let shared: readonly number[] = [];
    for (let p = 0; p < positions; p++) {
      if (p % perIssue === 0) shared = ratings.map(() => Math.sqrt(common) * normal());
      const seen = normal();
      for (const [c, row] of ratings.entries()) {
        const own = shared[c]! + Math.sqrt(1 - common) * normal();
        row.push(cuts.filter((cut) => seen + noise * own > cut).length);
      }
    }
    const clusters = Array.from({ length: positions }, (_, p) => String(Math.floor(p / perIssue)));
    return { ratings, clusters };
  };
}

import { openWorkspace, type Workspace } from '../kernels/kernels.ts';
import type { Kinds } from './resampling-units.ts';

/** Some of the resamples of a bootstrap; valid during the visit only. */
export interface Draws {
  readonly rounds: number;
  /** How many units of each kind a resample has: `counts[round * kinds + kind]`. */
  readonly counts: Uint32Array;
  /** Σ weighted / Σ weights over the units of each resample, both given for a unit of each kind. */
  readonly average: (weights: Float64Array, weighted: Float64Array) => Float64Array;
}

/** Counts that are held at a time: 4 MB. */
const mostCounts = 1 << 20;

/** The engine may have better code for the kernel after a few calls, but never during one. */
const roundsPerCall = 128;

let opened: Workspace | undefined;

const workspace = () => (opened ??= openWorkspace());

/**
 * Draws resamples of as many units as there are, with replacement, every unit as likely as any other, and
 * gives the value at a place, from 0 to `rounds - 1`, of their weighted means Σ weighted / Σ weights in
 * ascending order. It can be asked until the next resamples are drawn.
 *
 * @param seed any integer; the same seed gives the same resamples
 */
export function resampleMeans(
  weights: Float64Array,
  weighted: Float64Array,
  rounds: number,
  seed: number,
): (place: number) => number {
  const { kernels, layOut } = workspace();
  const { buffer, ...at } = layOut({
    weights: weights.byteLength,
    weighted: weighted.byteLength,
    means: rounds * 8,
  });
  new Float64Array(buffer, at.weights, weights.length).set(weights);
  new Float64Array(buffer, at.weighted, weighted.length).set(weighted);
  kernels.seedGenerator(seed);
  for (let first = 0; first < rounds; first += roundsPerCall) {
    const some = Math.min(roundsPerCall, rounds - first);
    kernels.resampleMeans(some, weights.length, at.weights, at.weighted, at.means + first * 8);
  }
  return (place) => kernels.selectPlace(at.means, rounds, place);
}

/** Draws the same resamples and visits them in turn, as many at a time as memory allows. */
export function visitResamples(
  { of, units }: Kinds,
  rounds: number,
  seed: number,
  visit: (draws: Draws) => void,
): void {
  const kinds = units.length;
  const together = Math.max(1, Math.min(rounds, Math.floor(mostCounts / kinds)));
  const { kernels, layOut } = workspace();
  const { buffer, ...at } = layOut({
    kindOf: of.byteLength,
    counts: together * kinds * 4,
    weights: kinds * 8,
    weighted: kinds * 8,
    means: together * 8,
  });
  new Uint32Array(buffer, at.kindOf, of.length).set(of);
  const { seedGenerator, drawResamples, averageResamples } = kernels;
  seedGenerator(seed);
  for (let done = 0; done < rounds; done += together) {
    const size = Math.min(together, rounds - done);
    for (let first = 0; first < size; first += roundsPerCall) {
      const some = Math.min(roundsPerCall, size - first);
      drawResamples(some, at.kindOf, of.length, at.counts + first * kinds * 4, kinds);
    }
    visit({
      rounds: size,
      counts: new Uint32Array(buffer, at.counts, size * kinds),
      average: (weights, weighted) => {
        new Float64Array(buffer, at.weights, kinds).set(weights);
        new Float64Array(buffer, at.weighted, kinds).set(weighted);
        averageResamples(size, at.counts, kinds, at.weights, at.weighted, at.means);
        return new Float64Array(buffer, at.means, size).slice();
      },
    });
  }
}

import { openStatistics } from '../kernels/kernels.ts';

/** Some of the resamples of a bootstrap; valid during the visit only. */
export interface Draws {
  readonly rounds: number;
  /** How many units of each kind a resample has: `counts[kind * stride + round]`. */
  readonly counts: Uint32Array;
  readonly stride: number;
  /** Σ weighted / Σ weights over the units of each resample, both given for a unit of each kind. */
  readonly average: (weights: Float64Array, weighted: Float64Array) => Float64Array;
}

/** Counts that are held at a time: 4 MB. */
const mostCounts = 1 << 20;

/** The engine may have better code for a kernel after a few calls, but never during one. */
const roundsPerCall = 128;

/** Units of more kinds than this are looked up, rather than held against the limits of each. */
const mostLimits = 16;

/** No draw is above it. */
const highest = 2 ** 31 - 1;

let opened: ReturnType<typeof openStatistics> | undefined;

/** Resamples are drawn four at a time, and limits looked at likewise. */
const roundUp = (count: number) => Math.ceil(count / 4) * 4;

/** Resamples of as many units as there are, with replacement, every unit as likely as any other. */
interface Resampler {
  /** How many of them are held at a time. */
  readonly together: number;
  /** Draws the next ones; no more than those. */
  readonly draw: (rounds: number) => void;
  /** Of those drawn last: for each kind, how many units each of them has. */
  readonly counts: () => Uint32Array;
  /** Means of those drawn last, which take the places from `first` on among all means. */
  readonly average: (
    rounds: number,
    weights: Float64Array,
    weighted: Float64Array,
    first: number,
  ) => Float64Array;
  /** The mean at a place, from 0 to `rounds - 1`, of all in ascending order, once all are there. */
  readonly select: (place: number) => number;
}

/** @param sizes how many units there are of each kind */
function openResampler(sizes: readonly number[], rounds: number, seed: number): Resampler {
  const kinds = sizes.length;
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const together = roundUp(Math.max(1, Math.min(rounds, Math.floor(mostCounts / kinds))));
  const { kernels, layOut } = (opened ??= openStatistics());
  const drawFew = kinds <= mostLimits ? kernels.drawFewKinds : undefined;
  const { buffer, ...at } = layOut({
    kinds: (drawFew ? roundUp(kinds) : units) * 4,
    words: units * 16,
    counts: together * roundUp(kinds) * 4,
    weights: kinds * 8,
    weighted: kinds * 8,
    means: rounds * 8,
  });
  if (drawFew) {
    // A kind is drawn where the bits, as a fraction of all there are, fall into its share of the units.
    const limits = new Int32Array(buffer, at.kinds, roundUp(kinds)).fill(highest);
    let below = 0;
    for (let kind = 0; kind < kinds - 1; kind++) {
      below += sizes[kind]!;
      limits[kind] = Math.ceil((below / units) * 2 ** 32) - 2 ** 31 - 1;
    }
  } else {
    const kindOf = new Uint32Array(buffer, at.kinds, units);
    let unit = 0;
    sizes.forEach((size, kind) => kindOf.fill(kind, unit, (unit += size)));
  }
  const draw = drawFew ?? kernels.drawManyKinds;
  kernels.seedGenerator(seed);
  // What lies before and behind a place that was selected stays there.
  const selected: number[] = [];
  return {
    together,
    draw: (size) => {
      for (let first = 0; first < size; first += roundsPerCall) {
        const some = roundUp(Math.min(roundsPerCall, size - first));
        draw(some, units, kinds, at.kinds, at.words, at.counts + first * 4, together);
      }
    },
    counts: () => new Uint32Array(buffer, at.counts, together * kinds),
    average: (size, weights, weighted, first) => {
      new Float64Array(buffer, at.weights, kinds).set(weights);
      new Float64Array(buffer, at.weighted, kinds).set(weighted);
      const means = at.means + first * 8;
      const { counts, weights: weightsAt, weighted: weightedAt } = at;
      kernels.averageResamples(size, kinds, counts, together, weightsAt, weightedAt, means);
      return new Float64Array(buffer, means, size);
    },
    select: (place) => {
      let first = 0;
      let last = rounds - 1;
      for (const known of selected) {
        if (known <= place) first = Math.max(first, known);
        if (known >= place) last = Math.min(last, known);
      }
      selected.push(place);
      return kernels.selectPlace(at.means, first, last, place);
    },
  };
}

/**
 * Draws resamples and gives the value at a place, from 0 to `rounds - 1`, of their weighted means
 * Σ weighted / Σ weights in ascending order. It can be asked until the next resamples are drawn.
 *
 * @param sizes how many units there are of each kind
 * @param weights of a unit of each kind, as is `weighted`
 * @param seed any integer; the same seed gives the same resamples
 */
export function resampleMeans(
  sizes: readonly number[],
  weights: Float64Array,
  weighted: Float64Array,
  rounds: number,
  seed: number,
): (place: number) => number {
  const { together, draw, average, select } = openResampler(sizes, rounds, seed);
  for (let done = 0; done < rounds; done += together) {
    const size = Math.min(together, rounds - done);
    draw(size);
    average(size, weights, weighted, done);
  }
  return select;
}

/** Draws the same resamples and visits them in turn, as many at a time as memory allows. */
export function visitResamples(
  sizes: readonly number[],
  rounds: number,
  seed: number,
  visit: (draws: Draws) => void,
): void {
  const { together, draw, counts, average } = openResampler(sizes, rounds, seed);
  for (let done = 0; done < rounds; done += together) {
    const size = Math.min(together, rounds - done);
    draw(size);
    visit({
      rounds: size,
      counts: counts(),
      stride: together,
      average: (weights, weighted) => average(size, weights, weighted, 0).slice(),
    });
  }
}

import { type CellSums, stepCountries, sumCells } from './countries.ts';
import { arrangeVotes, type Design, type RollCallVotes } from './design.ts';
import { sessionWeights, settleGauge } from './gauge.ts';
import { stepItems } from './items.ts';
import { logLikelihood } from './log-likelihood.ts';
import { startState } from './start.ts';
import { defaultModel, emptyState, type ModelSettings } from './state.ts';

/** Normal quantile of the 90 % interval. */
const z = 1.6448536269514722;
/** Newton steps of the items in the first rounds, before the points are near. */
const itemRounds = [4, 2] as const;

/** The point of a country (by its place) in a session, with its 90 % interval. */
export interface FittedPoint {
  readonly country: number;
  readonly session: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Votes it rests on. */
  readonly n: number;
}

export interface IdealPointFit {
  /** Sorted by country, then session; mean 0 and standard deviation 1 over all of them. */
  readonly points: readonly FittedPoint[];
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly rounds: number;
  /** Root mean square change of the points in the last round. */
  readonly change: number;
  readonly items: number;
  readonly votes: number;
}

function pointsOf(design: Design, theta: Float64Array, variance: Float64Array, sign: 1 | -1) {
  const mean = theta.reduce((sum, value) => sum + value, 0) / theta.length;
  const square = theta.reduce((sum, value) => sum + (value - mean) ** 2, 0) / theta.length;
  const scale = sign / Math.sqrt(square);
  return Array.from(theta, (raw, cell): FittedPoint => {
    const value = scale * (raw - mean);
    const reach = z * Math.abs(scale) * Math.sqrt(variance[cell]!);
    return {
      country: design.cellCountry[cell]!,
      session: design.sessions[design.cellSession[cell]!]!,
      value,
      low: value - reach,
      high: value + reach,
      n: design.cellVotes[cell]!,
    };
  });
}

/** Whether the mean point of a country is above that of all. */
function isPositive({ cellCountry }: Design, theta: Float64Array, country: number): boolean {
  const mean = theta.reduce((sum, value) => sum + value, 0) / theta.length;
  return (
    theta.reduce((sum, t, cell) => (cellCountry[cell] === country ? sum + t - mean : sum), 0) >= 0
  );
}

/**
 * Dynamic ideal points of an ordinal item response model (Bailey, Strezhnev & Voeten 2017) by an
 * approximation instead of sampling: P(answer ≤ c) = Φ(γ_c − β θ), yes < abstain < no; β ~ N(0, 1); the
 * points of a country walk from session to session. Items, countries and the gauge of sessions take turns
 * until the points stay; the variances of points and discriminations are part of it. Nothing is random.
 *
 * @param rollCalls each with at least two different answers
 * @param countries how many there are
 * @param positive the country (by place) whose side is positive
 */
export function fitIdealPoints(
  rollCalls: readonly RollCallVotes[],
  countries: number,
  positive: number,
  settings: ModelSettings = defaultModel,
): IdealPointFit {
  const design = arrangeVotes(rollCalls, countries);
  const state = emptyState(design);
  startState(design, state, countries, positive);
  const { theta, variance } = state;
  const weights = sessionWeights(design, settings);
  const sums: CellSums = {
    gradient: new Float64Array(theta.length),
    information: new Float64Array(theta.length),
    unlinked: new Float64Array(theta.length),
  };
  let [rounds, change] = [0, Infinity];
  while (rounds < settings.maxRounds && !(change < settings.tolerance)) {
    const before = theta.slice();
    stepItems(design, state, itemRounds[rounds] ?? 1);
    sumCells(design, state, sums);
    stepCountries(design, state, sums, weights, settings);
    settleGauge(design, state, sums, weights, settings);
    rounds++;
    const squares = theta.reduce((sum, value, cell) => sum + (value - before[cell]!) ** 2, 0);
    change = Math.sqrt(squares / theta.length);
  }
  return {
    points: pointsOf(design, theta, variance, isPositive(design, theta, positive) ? 1 : -1),
    logLikelihood: logLikelihood(design, state),
    converged: change < settings.tolerance,
    rounds,
    change,
    items: design.hasMiddle.length,
    votes: design.voters.length,
  };
}

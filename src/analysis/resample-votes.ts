import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawBinomial } from '../measures/binomial.ts';
import { MINIMUM_ISSUES } from '../measures/bootstrap.ts';
import type { DyadicMeasure } from '../measures/measure.ts';
import { quantileSorted } from '../measures/quantile.ts';
import type { Estimate } from './coefficients.ts';
import type { DyadCoefficients } from './dyad-table.ts';
import { coefficientOf, emptyCoefficients } from './matrix.ts';
import {
  measureVotes,
  readVotes,
  reasonUndefined,
  type VoteRule,
  type VoteTables,
} from './vote-tables.ts';

export interface VoteResampling {
  readonly seed: number;
  readonly resamples: number;
}

const level = 0.95;

/**
 * A measure of one dyad of a record with its percentile bootstrap interval (95 %, quantiles of type 7).
 * Drawing n roll calls with replacement is drawing a contingency table from the multinomial
 * distribution of the dyad's own, which takes nine draws instead of n; intervals differ from those of
 * single draws by chance alone.
 */
export function estimateVotes(
  tables: VoteTables,
  dyad: number,
  rule: VoteRule,
  measure: DyadicMeasure,
  undefinedAsZero: boolean,
  { seed, resamples }: VoteResampling,
): Estimate {
  const take = preparedTake(rule, measure);
  const own = countedCells(tables, dyad, rule);
  const n = own.reduce((sum, count) => sum + count, 0);
  const whole = take({ categories: tables.categories, cells: own });
  const value = Number.isNaN(whole) && undefinedAsZero && n > 0 ? 0 : whole;
  if (Number.isNaN(value)) {
    const reason = n === 0 ? 'no joint issues' : reasonUndefined(rule);
    return { value: null, low: null, high: null, level, n, reason };
  }
  const none = (why: string) => ({ value, low: null, high: null, level, n, reason: why });
  if (n < MINIMUM_ISSUES) return none(`no interval: fewer than ${MINIMUM_ISSUES} joint issues`);

  const generator = xoroshiro128plus(seed);
  const drawn = { categories: tables.categories, cells: new Int32Array(own.length) };
  const outcomes = new Float64Array(resamples);
  let defined = 0;
  for (let resample = 0; resample < resamples; resample++) {
    let rest = n;
    let left = n;
    for (let cell = 0; cell < own.length; cell++) {
      const count = own[cell]!;
      const draw = count === 0 ? 0 : drawBinomial(generator, rest, Math.min(1, count / left));
      drawn.cells[cell] = draw;
      rest -= draw;
      left -= count;
    }
    const outcome = take(drawn);
    if (!Number.isNaN(outcome)) outcomes[defined++] = outcome;
  }
  if (defined * 2 < resamples)
    return none('no interval: undefined in more than half of the resamples');
  const sorted = outcomes.subarray(0, defined).sort();
  const low = quantileSorted(sorted, (1 - level) / 2);
  return { value, low, high: quantileSorted(sorted, (1 + level) / 2), level, n };
}

/** The cells that count under a rule, those of other dyads and of votes left out being dropped. */
function countedCells({ categories, cells }: VoteTables, dyad: number, rule: VoteRule): Int32Array {
  const size = categories * categories;
  return cells.slice(dyad * size, (dyad + 1) * size).map((count, cell) => {
    const sides = [Math.floor(cell / categories), cell % categories];
    return rule.dropsNeutral && sides.includes(1) ? 0 : count;
  });
}

/** The measure of a single table; NaN where it is undefined. */
function preparedTake(rule: VoteRule, measure: DyadicMeasure): (tables: VoteTables) => number {
  const row: DyadCoefficients = emptyCoefficients();
  const column = coefficientOf(measure);
  if (!column) return (tables) => measureVotes(tables, 0, rule, measure).value ?? Number.NaN;
  return (tables) => {
    readVotes(tables, 0, rule, row);
    return row.n === 0 ? Number.NaN : column(row);
  };
}

import { Matrix, solve } from 'ml-matrix';
import type { CellSums } from './countries.ts';
import { type Design, isLinked } from './design.ts';
import { clip } from './items.ts';
import { addLinkedItems, followGauge, type QuadraticForm } from './linked-form.ts';
import { eliminateShifts } from './shifts.ts';
import type { ModelSettings, State } from './state.ts';

const mostRounds = 6;
/** Steps of shifts and scales that are not worth another round. */
const enough = 1e-6;
const longestStep = 0.5;

/**
 * Weights of sessions in the scale: by a power of the votes a country casts in them, 1 on average. Points
 * of sessions with few roll calls are drawn together, and would otherwise stretch the others.
 */
export function sessionWeights(
  { sessions, cellSession, cellVotes }: Design,
  { power }: Pick<ModelSettings, 'power'>,
): Float64Array {
  const votes = new Float64Array(sessions.length);
  const countries = new Int32Array(sessions.length);
  cellSession.forEach((session, cell) => {
    votes[session]! += cellVotes[cell]!;
    countries[session]!++;
  });
  const raw = votes.map((sum, session) => (sum / countries[session]!) ** power);
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / raw.length;
  return raw.map((weight) => weight / mean);
}

/** Of each session: countries, sum of their points, sum of squares around its mean. */
function sessionSums({ sessions, cellSession }: Design, theta: Float64Array) {
  const countries = new Float64Array(sessions.length);
  const sum = new Float64Array(sessions.length);
  const squares = new Float64Array(sessions.length);
  cellSession.forEach((session, cell) => {
    countries[session]!++;
    sum[session]! += theta[cell]!;
  });
  cellSession.forEach((session, cell) => {
    squares[session]! += (theta[cell]! - sum[session]! / countries[session]!) ** 2;
  });
  return { countries, sum, squares };
}

/** The walk and the entry of all countries: adds to a form in shifts and scales around 0 and 1. */
function addWalk(
  { sessions, cellSession, cellCountry }: Design,
  theta: Float64Array,
  settings: ModelSettings,
  { gradient, information }: QuadraticForm,
): void {
  const s = sessions.length;
  const size = 2 * s;
  /** One session with another, of points x and y there. */
  const add = (i: number, j: number, x: number, y: number, precision: number) => {
    information[i * size + j]! += precision;
    information[i * size + s + j]! += precision * y;
    information[(s + i) * size + j]! += precision * x;
    information[(s + i) * size + s + j]! += precision * x * y;
  };
  for (let cell = 0; cell < theta.length; cell++) {
    const isFirst = cell === 0 || cellCountry[cell] !== cellCountry[cell - 1];
    const session = cellSession[cell]!;
    const t = theta[cell]!;
    const precision = isFirst
      ? 1 / settings.entry
      : 1 / (settings.walk * (sessions[session]! - sessions[cellSession[cell - 1]!]!));
    add(session, session, t, t, precision);
    let pull = precision * t;
    if (!isFirst) {
      const before = cellSession[cell - 1]!;
      const earlier = theta[cell - 1]!;
      add(before, before, earlier, earlier, precision);
      add(session, before, t, earlier, -precision);
      add(before, session, earlier, t, -precision);
      pull -= precision * earlier;
      gradient[before]! += pull;
      gradient[s + before]! += pull * earlier;
    }
    gradient[session]! -= pull;
    gradient[s + session]! -= pull * t;
  }
}

/** Of each session, what its unlinked items and their votes say of its scale. */
function scaleTerms(design: Design, { beta, betaVariance, variance }: State, sums: CellSums) {
  const { sessions, cellSession, itemStart, rollCallSession } = design;
  const squares = new Float64Array(sessions.length);
  const volume = new Float64Array(sessions.length);
  for (let item = 0; item < beta.length; item++) {
    if (isLinked(design, item)) continue;
    const session = rollCallSession[itemStart[item]!]!;
    squares[session]! += beta[item]! ** 2 + betaVariance[item]!;
    volume[session]!--;
  }
  cellSession.forEach((session, cell) => {
    volume[session]! += sums.unlinked[cell]! * variance[cell]!;
  });
  return { squares, volume };
}

/** Moves every session by its shift and scale; items that are not linked with it, linked ones after it. */
function moveSessions(design: Design, state: State, shifts: Float64Array, scales: Float64Array) {
  const { theta, variance, beta, lower, upper } = state;
  design.cellSession.forEach((session, cell) => {
    theta[cell] = scales[session]! * theta[cell]! + shifts[session]!;
    variance[cell]! *= scales[session]! ** 2;
  });
  for (let item = 0; item < beta.length; item++) {
    if (isLinked(design, item)) continue;
    const session = design.rollCallSession[design.itemStart[item]!]!;
    beta[item]! /= scales[session]!;
    lower[item]! += beta[item]! * shifts[session]!;
    upper[item]! += beta[item]! * shifts[session]!;
  }
}

/**
 * Finds the shift and the scale of every session, which its votes leave open: from the walk, from the size
 * of the discriminations and from the linked items, with a mean of 0 over all points and a fixed weighted
 * spread within sessions. By Newton's method for constrained problems; the multipliers of the two
 * constraints belong to the steps of the countries too, or the two would pull against each other.
 */
export function settleGauge(
  design: Design,
  state: State,
  sums: CellSums,
  weights: Float64Array,
  settings: ModelSettings,
): void {
  const s = design.sessions.length;
  const size = 2 * s;
  const form: QuadraticForm = {
    gradient: new Float64Array(size),
    information: new Float64Array(size * size),
  };
  addWalk(design, state.theta, settings, form);
  const items = addLinkedItems(design, state, form);
  const terms = scaleTerms(design, state, sums);
  const { countries, sum, squares } = sessionSums(design, state.theta);
  const weighted = squares.map((square, session) => square * weights[session]!);
  const elimination = eliminateShifts(form, countries, sum);

  const scales = new Float64Array(s).fill(1);
  let solved = elimination.shiftsOf(scales);
  for (let round = 0; round < mostRounds; round++) {
    const { multipliers } = state;
    const system = new Matrix(s + 1, s + 1);
    const right = new Matrix(s + 1, 1);
    let within = -design.cellSession.length;
    for (let i = 0; i < s; i++) {
      const c = scales[i]!;
      const [squared, volume] = [terms.squares[i]!, terms.volume[i]!];
      for (let j = 0; j < s; j++) system.set(i, j, elimination.information.get(i, j));
      const curvature = (3 * squared) / c ** 4 + volume / c ** 2;
      const ofSpread = 2 * multipliers.spread * weighted[i]!;
      system.set(i, i, system.get(i, i) + curvature + ofSpread);
      system.set(i, s, 2 * weighted[i]! * c);
      system.set(s, i, 2 * weighted[i]! * c);
      right.set(i, 0, solved.slopes[i]! + squared / c ** 3 + volume / c);
      within += weighted[i]! * c * c;
    }
    right.set(s, 0, -within);
    const solution = solve(system, right);
    let longest = 0;
    for (let i = 0; i < s; i++) {
      const step = clip(solution.get(i, 0), longestStep * scales[i]!);
      scales[i]! += step;
      longest = Math.max(longest, Math.abs(step));
    }
    multipliers.spread = solution.get(s, 0);
    solved = elimination.shiftsOf(scales);
    multipliers.mean = solved.multiplier;
    if (longest < enough) break;
  }
  const changes = new Float64Array(size);
  changes.set(solved.shifts);
  changes.set(
    scales.map((scale) => scale - 1),
    s,
  );
  moveSessions(design, state, solved.shifts, scales);
  followGauge(design, state, items, changes);
}

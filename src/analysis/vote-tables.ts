import type { Coefficient, Contingency, DyadicMeasure } from '../measures/measure.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import type { DyadSettings } from '../evidence/dyad.ts';
import type { AbsencePlane } from '../rollcalls/bit-planes.ts';
import type { DyadCoefficients } from './dyad-table.ts';
import type { Distance } from '../results/vocabulary.ts';

/** Contingency tables of many dyads on the scale `vote`, cell by cell, `categories` squared a dyad. */
export interface VoteTables {
  /** 3 (no, abstain, yes), or 4 with absent as the last. */
  readonly categories: number;
  readonly cells: Int32Array;
}

/** What an absence of exactly one side is, as a distance; `null` where it is left out. */
export interface VoteRule {
  readonly distance: Distance;
  readonly absence: number | null;
  /** Leave out roll calls on which either side abstained. */
  readonly dropsNeutral: boolean;
}

const votes = 3;

/** The last category counted as abstentions. */
function foldAbsences({ categories, cells }: VoteTables): VoteTables {
  const size = categories ** 2;
  const readAs = [0, 1, 2, 1];
  const folded = new Int32Array((cells.length / size) * votes ** 2);
  cells.forEach((count, cell) => {
    const [dyad, place] = [Math.floor(cell / size), cell % size];
    const [row, column] = [readAs[Math.floor(place / categories)]!, readAs[place % categories]!];
    folded[(dyad * votes + row) * votes + column]! += count;
  });
  return { categories: votes, cells: folded };
}

/** How votes of a record are read under the settings of a dyad. */
export interface VoteReading {
  readonly absences: AbsencePlane;
  /** Makes of the tables counted with these absences those that the rule is for. */
  readonly read: (tables: VoteTables) => VoteTables;
  readonly rule: VoteRule;
}

const absencePlane = {
  exclude: 'missing',
  abstain: 'abstain',
  half: 'own',
  disagree: 'own',
} as const;
const absenceDistance = { exclude: null, abstain: null, half: 0.5, disagree: 1 } as const;

/** The same dyads as `compareDyad` makes issue by issue. */
export function readingOf({
  absent,
  distance,
  dropsNeutral,
  countsUncast = false,
}: DyadSettings): VoteReading {
  const uncast = countsUncast && absent !== 'exclude';
  return {
    absences: uncast ? 'uncast' : absencePlane[absent],
    read: uncast && absent === 'abstain' ? foldAbsences : (tables) => tables,
    rule: { distance, absence: absenceDistance[absent], dropsNeutral },
  };
}

const stepOf: Readonly<Record<Distance, number>> = { nominal: 1, linear: 0.5, squared: 0.25 };

/**
 * Coefficients of one dyad from its cells, by the textbook formulas for three equally spaced
 * categories; the same numbers as the measures of the registry, without an object a dyad.
 * NaN is undefined.
 */
export function readVotes(
  { categories, cells }: VoteTables,
  dyad: number,
  { distance, absence, dropsNeutral }: VoteRule,
  out: DyadCoefficients,
): void {
  const at = dyad * categories * categories;
  const keep = dropsNeutral ? 0 : 1;
  const nn = cells[at]!;
  const na = cells[at + 1]! * keep;
  const ny = cells[at + 2]!;
  const an = cells[at + categories]! * keep;
  const aa = cells[at + categories + 1]! * keep;
  const ay = cells[at + categories + 2]! * keep;
  const yn = cells[at + 2 * categories]!;
  const ya = cells[at + 2 * categories + 1]! * keep;
  const yy = cells[at + 2 * categories + 2]!;
  let imputed = 0;
  if (categories === 4 && absence !== null) {
    for (let i = 0; i < votes; i++) {
      if (i === 1 && dropsNeutral) continue;
      imputed += cells[at + i * 4 + 3]! + cells[at + 12 + i]!;
    }
  }
  const step = stepOf[distance];
  const joint = nn + na + ny + an + aa + ay + yn + ya + yy;
  const apart = step * (na + an + ay + ya) + ny + yn;
  const n = joint + imputed;
  const disagreement = (apart + imputed * (absence ?? 0)) / n;
  out.n = n;
  out.agreement = 1 - disagreement;
  out.identical = (nn + aa + yy) / n;
  out.s = 1 - 2 * disagreement;
  out.kappa = Number.NaN;
  out.pi = Number.NaN;
  if (imputed > 0 || joint === 0) return;
  const [r0, r1, r2] = [nn + na + ny, an + aa + ay, yn + ya + yy];
  const [c0, c1, c2] = [nn + an + yn, na + aa + ya, ny + ay + yy];
  const own = step * (r0 * c1 + r1 * c0 + r1 * c2 + r2 * c1) + r0 * c2 + r2 * c0;
  if (own > 0) out.kappa = 1 - (apart * joint) / own;
  const [q0, q1, q2] = [r0 + c0, r1 + c1, r2 + c2];
  const pooled = 2 * (step * (q0 * q1 + q1 * q2) + q0 * q2);
  if (pooled > 0) out.pi = 1 - (4 * apart * joint) / pooled;
}

const values = spaceEvenly(votes);

/** Any measure of one dyad from its cells. */
export function measureVotes(
  tables: VoteTables,
  dyad: number,
  rule: VoteRule,
  measure: DyadicMeasure,
): Coefficient {
  const { categories, cells } = tables;
  const at = dyad * categories * categories;
  const table = new Float64Array(votes * votes);
  let weight = 0;
  for (let i = 0; i < votes; i++) {
    if (rule.dropsNeutral && i === 1) continue;
    for (let j = 0; j < votes; j++) {
      if (rule.dropsNeutral && j === 1) continue;
      table[i * votes + j] = cells[at + i * categories + j]!;
    }
    if (categories === 4 && rule.absence !== null) {
      weight += cells[at + i * 4 + 3]! + cells[at + 12 + i]!;
    }
  }
  const contingency: Contingency = {
    strata: [{ scale: 'vote', values, cells: table }],
    imputed: { weight, distance: weight * (rule.absence ?? 0) },
  };
  return measure.compute(contingency, rule.distance);
}

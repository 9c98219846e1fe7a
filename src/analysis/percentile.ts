import { type Dyad, type DyadSettings, tabulate } from '../evidence/dyad.ts';
import { ABSENT, type Evidence } from '../evidence/evidence.ts';
import { everyParty, type Party } from '../evidence/party.ts';
import { observedDisagreement } from '../measures/disagreement.ts';
import { isDivergence } from '../measures/divergence.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import {
  type DyadVisitor,
  isPlain,
  measurePlainDyads,
  visitDyads,
  visitPlainDyads,
} from './all-dyads.ts';
import type { DyadDistances } from './dyad-distances.ts';
import { leastJointOf, rankAmong, type Percentile, type ScoredDyads } from './rank-among.ts';

/** Above this many comparisons of two positions, only the plain path answers in reasonable time. */
const mostComparisons = 20_000_000;

/** Whether a country has enough positions, or absences that a rule counts, for so many joint issues. */
function mayHaveJoint(categories: Int8Array, least: number, { absent }: DyadSettings): boolean {
  let count = 0;
  for (let i = 0; i < categories.length && count < least; i++) {
    const category = categories[i]!;
    if (category >= 0 || (category === ABSENT && absent !== 'exclude')) count++;
  }
  return count >= least;
}

export interface RankSettings extends DyadSettings {
  /** An undefined chance-corrected coefficient counts as 0, as in Häge's files. */
  readonly undefinedAsZero: boolean;
  /**
   * How far apart all dyads with so many joint issues are on the very evidence and under these settings, in
   * any order, where that was worked out before.
   */
  readonly knownDistances?: (leastJoint: number) => DyadDistances | undefined;
}

/** The scores of all dyads of countries; `undefined` where that would take too long. */
function scoreAll(
  evidence: Evidence,
  parties: readonly Party[],
  { measure, distance }: MeasureChoice,
  settings: RankSettings,
): ScoredDyads | undefined {
  const plain = isPlain(settings, parties);
  if (!plain && parties.length ** 2 * evidence.issues.length > 2 * mostComparisons)
    return undefined;
  const joint = new Int32Array((parties.length * (parties.length - 1)) / 2);
  const scores = new Float64Array(joint.length);
  const whenUndefined = settings.undefinedAsZero ? 0 : Number.NaN;
  let size = 0;
  const visit: DyadVisitor = (_a, _b, n, table) => {
    joint[size] = n;
    scores[size++] = measure.compute(table, distance).value ?? whenUndefined;
  };
  if (plain) visitPlainDyads(evidence, parties, settings.weighting, visit);
  else visitDyads(evidence, parties, settings, visit);
  return {
    joint: joint.subarray(0, size),
    scores: scores.subarray(0, size),
    descending: isDivergence(measure.id),
  };
}

/**
 * Rank of a dyad among all dyads of countries of the same selection; see `rankAmong`.
 *
 * `null`, with the reason, for a bloc, for an undefined score, or without any other dyad.
 */
export function rankDyad(
  evidence: Evidence,
  dyad: Dyad,
  score: number | null,
  choice: MeasureChoice,
  settings: RankSettings,
): Percentile {
  if (dyad.a.members.length > 0 || dyad.b.members.length > 0)
    return { value: null, dyads: 0, reason: 'blocs are not ranked among dyads of countries' };
  if (score === null) return { value: null, dyads: 0, reason: 'the score is undefined' };
  const { joint } = dyad.coverage;
  const [, least] = leastJointOf(joint);
  const isAmong = [dyad.a, dyad.b].every(({ code }) => evidence.positions.has(code));
  const { measure, distance } = choice;
  if (measure.rule?.chance === null && isPlain(settings, [])) {
    const others =
      settings.knownDistances?.(least) ??
      measurePlainDyads(evidence, everyParty(evidence), settings.weighting, distance, least);
    // The coefficient follows from the distance alone.
    const own = observedDisagreement(tabulate(evidence, dyad.joint), distance);
    const rank = rankAmong({ joint: others.joint, scores: others.distances, descending: true });
    return rank({ joint, score: own, isAmong });
  }
  const enough = everyParty(evidence).filter(({ categories }) =>
    mayHaveJoint(categories, least, settings),
  );
  const others = scoreAll(evidence, enough, choice, settings);
  if (!others)
    return { value: null, dyads: 0, reason: 'too many dyads to rank under these options' };
  return rankAmong(others)({ joint, score, isAmong });
}

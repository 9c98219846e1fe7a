import { isSame } from '../../evidence/dyad.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { everySide } from '../../evidence/side.ts';
import type { ScoreSettings } from '../../question/score-settings.ts';
import type { Cause, ComparedIssue, DiffResult, DyadChange } from '../../results/diff.ts';
import { MINIMUM_ISSUES } from '../../measures/share-interval.ts';
import { matricesOfEvidence } from '../matrix.ts';
import { type Compared, comparedIn, findAltered, heldIn, type Pair } from './compared.ts';

/** So many dyads are told of where none are named. */
export const mostMoved = 5;

/** By so much scores differ that are sums of the same numbers in another order. */
const rounding = 1e-12;

/** An edition as far as scores are concerned. */
interface Scored {
  readonly evidence: Evidence;
}

/** What one measure sees of a joint issue. */
function describe(
  compared: Compared,
  id: string,
  perIssue: NonNullable<ScoreSettings['headline']['measure']['perIssue']>,
): ComparedIssue | null {
  const [issue, held] = [compared.joint.get(id), heldIn(compared, id)];
  if (!issue || !held) return null;
  const { positions, weight } = held;
  return { positions, similarity: perIssue(issue.distance, isSame(issue)), weight };
}

/**
 * How the score of a dyad changed from one edition to the other, and what each issue adds to that: see
 * `contributionsOf`. A measure that is no mean over issues is not split.
 */
export function compareDyadIn(
  [before, after]: readonly [Scored, Scored],
  [[a, b], ...pairs]: readonly [readonly [string, string], Pair, Pair],
  settings: ScoreSettings,
): DyadChange {
  const { headline } = settings;
  const asMeasured = { ...settings, distance: headline.distance };
  const compared = [
    comparedIn(before.evidence, pairs[0], asMeasured),
    comparedIn(after.evidence, pairs[1], asMeasured),
  ] as const;
  const [{ score: old }, { score: now }] = compared;
  const head = { a, b, before: old, after: now };
  if (old.value === null || now.value === null) {
    const which = [old, now].map((each) => each.value === null);
    const where = which.every(Boolean)
      ? 'both editions'
      : `the ${which[0] ? 'old' : 'new'} edition`;
    return { ...head, change: null, causes: [], reason: `no score in ${where}` };
  }
  const { id, perIssue } = headline.measure;
  const change = now.value - old.value;
  if (!perIssue) return { ...head, change, causes: [], reason: `${id} does not decompose` };
  const causes = findAltered(compared, headline).map(
    ({ issue, title, because, contribution }): Cause => ({
      issue,
      title,
      because,
      before: describe(compared[0], issue, perIssue),
      after: describe(compared[1], issue, perIssue),
      contribution: contribution ?? 0,
    }),
  );
  return { ...head, change, causes };
}

interface Score {
  readonly value: number;
  readonly n: number;
}

/** Scores of all dyads of countries, by `CHN RUS`. */
function scoresOf({ evidence }: Scored, settings: ScoreSettings): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  const distance = settings.headline.distance;
  const periods = matricesOfEvidence(evidence, everySide(evidence), null, {
    ...settings,
    distance,
  });
  for (const { dyads } of periods) {
    const { countries, size, a, b, n, value } = dyads;
    for (let i = 0; i < size; i++)
      if (!Number.isNaN(value[i]!))
        scores.set(`${countries[a[i]!]!} ${countries[b[i]!]!}`, { value: value[i]!, n: n[i]! });
  }
  return scores;
}

interface Moved {
  readonly dyad: string;
  readonly size: number;
  /** Its score is of a few issues only, in one edition or both. */
  readonly isThin: boolean;
}

function byMove(x: Moved, y: Moved): number {
  if (x.isThin !== y.isThin) return x.isThin ? 1 : -1;
  // What differs by rounding alone is alike, and goes by its codes.
  const inSteps = ({ size }: Moved) => Math.round(size / rounding);
  return inSteps(y) - inSteps(x) || (x.dyad < y.dyad ? -1 : 1);
}

/** The dyads of countries that moved most, those with enough joint issues first, and how many moved. */
export function findMoved(
  [before, after]: readonly [Scored, Scored],
  settings: ScoreSettings,
): Pick<DiffResult, 'overall'> & { readonly most: readonly (readonly [string, string])[] } {
  const [then, now] = [scoresOf(before, settings), scoresOf(after, settings)];
  const moved: Moved[] = [];
  let compared = 0;
  for (const [dyad, { value, n }] of now) {
    const old = then.get(dyad);
    if (!old) continue;
    compared++;
    const size = Math.abs(value - old.value);
    if (size > rounding) moved.push({ dyad, size, isThin: Math.min(n, old.n) < MINIMUM_ISSUES });
  }
  return {
    overall: {
      compared,
      moved: moved.length,
      gained: now.size - compared,
      lost: then.size - compared,
    },
    most: moved
      .toSorted(byMove)
      .slice(0, mostMoved)
      .map(({ dyad }) => dyad.split(' ') as [string, string]),
  };
}

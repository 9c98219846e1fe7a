import { countPositions, everySide, type Side, sideLabel } from '../evidence/side.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { compareDyad, tabulate, withEqualWeights } from '../evidence/dyad.ts';
import { periodOf } from '../evidence/period.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { refuseFewSides, refuseIncomparable } from '../question/refusals.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { ComparedGroup, LeftOut } from '../results/parts.ts';
import { likeness, rangeOf } from './arrange.ts';
import { countDyads, type DyadVisitor, visitCounts } from './all-dyads.ts';
import { classifyIssues, visitSides } from './matrix.ts';
import { isCountable } from './ways.ts';

/** How far apart each two of some sides are, as a square. */
export interface Divergences {
  readonly sides: readonly Side[];
  /**
   * 1 less the likeness of the two: where the headline measure is between its farthest and its nearest value. 0 on
   * the diagonal, NaN without joint issues and where the measure is undefined.
   */
  readonly values: readonly Float64Array[];
  /** Joint issues. */
  readonly joint: readonly Int32Array[];
}

/** A square to be filled dyad by dyad. */
function emptySquare(sides: readonly Side[], { headline, undefinedAsZero }: ScoreSettings) {
  const { measure, distance } = headline;
  const range = rangeOf(measure);
  const values = sides.map((_, i) => {
    const row = new Float64Array(sides.length).fill(Number.NaN);
    row[i] = 0;
    return row;
  });
  const joint = sides.map(() => new Int32Array(sides.length));
  const fill: DyadVisitor = (a, b, n, table) => {
    const { value } = measure.compute(table, distance);
    const found = value ?? (undefinedAsZero ? 0 : Number.NaN);
    // A coefficient corrected for chance may lie beyond the end of its scale.
    values[a]![b] = values[b]![a] = Math.max(0, 1 - likeness(found, range));
    joint[a]![b] = joint[b]![a] = n;
  };
  return { divergences: { sides, values, joint }, fill };
}

/** All divergences of some sides on the evidence. */
export function divergencesOf(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ScoreSettings,
): Divergences {
  const { divergences, fill } = emptySquare(sides, settings);
  visitSides(evidence, sides, settings, fill);
  return divergences;
}

/**
 * The same without some issues, for several such parts, one after another: `divergencesOf` the rest. Where issues can
 * be counted, what is counted of a part is taken off the whole; else each dyad is compared once for all parts.
 */
export function* divergencesWithout(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ScoreSettings,
  parts: readonly (readonly SelectedIssue[])[],
): Generator<Divergences> {
  const gone = parts.map((part) => new Set(part.map(({ index }) => index)));
  if (isCountable(settings, sides)) {
    const { scales } = evidence;
    const rows = sides.map(({ categories }) => categories);
    const classes = classifyIssues(evidence, settings.weighting);
    const whole = countDyads(rows, scales, classes, settings);
    for (const part of gone) {
      const taken = classes.map((one) => ({
        ...one,
        issues: one.issues.filter((index) => part.has(index)),
      }));
      const rest = countDyads(rows, scales, taken, settings).map(({ counts, ...one }, c) => ({
        ...one,
        counts:
          taken[c]!.issues.length === 0 ? whole[c]!.counts : subtract(whole[c]!.counts, counts),
      }));
      const { divergences, fill } = emptySquare(sides, settings);
      visitCounts(sides.length, scales, rest, settings, fill);
      yield divergences;
    }
    return;
  }
  const squares = gone.map(() => emptySquare(sides, settings));
  for (const [a, first] of sides.entries()) {
    for (let b = a + 1; b < sides.length; b++) {
      const { joint } = compareDyad(evidence, first, sides[b]!, settings);
      for (const [p, part] of gone.entries()) {
        const rest = joint.filter(({ selected }) => !part.has(selected.index));
        if (rest.length === 0) continue;
        const own = withEqualWeights(rest, settings.weighting);
        squares[p]!.fill(a, b, own.length, tabulate(evidence, own));
      }
    }
  }
  for (const { divergences } of squares) yield divergences;
}

function subtract(whole: Int32Array, part: Int32Array): Int32Array {
  return whole.map((count, i) => count - part[i]!);
}

/** A part of the sides, in their order. */
export function pickSides(all: Divergences, kept: readonly number[]): Divergences {
  const { sides, values, joint } = all;
  if (kept.length === sides.length) return all;
  const chosen = new Set(kept);
  const isKept = (_: number, place: number) => chosen.has(place);
  return {
    sides: kept.map((i) => sides[i]!),
    values: kept.map((i) => values[i]!.filter(isKept)),
    joint: kept.map((i) => joint[i]!.filter(isKept)),
  };
}

/** Why a side is not among those that are all comparable with each other. */
interface Removal {
  readonly place: number;
  /** Others, of those still there, with which it could not be compared. */
  readonly lacking: number;
}

/**
 * Leaves out sides until each two of the rest have so many joint issues and a divergence: no missing one is guessed.
 * Each time the one goes that lacks most others; of those the one with fewest joint issues with all, then the last.
 */
export function findComparable(
  { sides, values, joint }: Divergences,
  minJoint: number,
): { readonly kept: readonly number[]; readonly removed: readonly Removal[] } {
  const lacks = (i: number, j: number) =>
    i !== j && (joint[i]![j]! < minJoint || Number.isNaN(values[i]![j]!));
  const totals = joint.map((row) => row.reduce((sum, n) => sum + n, 0));
  let kept = sides.map((_, i) => i);
  const lacking = kept.map((i) => kept.filter((j) => lacks(i, j)).length);
  const removed: Removal[] = [];
  while (kept.some((i) => lacking[i]! > 0)) {
    const place = kept.reduce((worst, i) => {
      const byLack = lacking[i]! - lacking[worst]!;
      return byLack > 0 || (byLack === 0 && totals[i]! <= totals[worst]!) ? i : worst;
    });
    removed.push({ place, lacking: lacking[place]! });
    kept = kept.filter((i) => i !== place);
    for (const i of kept) if (lacks(i, place)) lacking[i]!--;
  }
  return { kept, removed };
}

/** Sides that can all be compared with each other, and what they rest on. */
export interface ComparableSides {
  readonly divergences: Divergences;
  readonly group: ComparedGroup;
}

const isHeldByTwo =
  (sides: readonly Side[]) =>
  ({ index }: SelectedIssue) => {
    let holders = 0;
    for (const { categories } of sides) if (categories[index]! >= 0 && ++holders === 2) return true;
    return false;
  };

function describeLeftOut({ sides }: Divergences, removed: readonly Removal[]): readonly LeftOut[] {
  return removed
    .map(({ place, lacking }) => {
      const side = sides[place]!;
      const { members: _members, ...label } = sideLabel(side);
      return { ...label, positions: countPositions(side), lacking };
    })
    .sort((x, y) => (x.code < y.code ? -1 : 1));
}

/**
 * The sides of a question, or all countries where it names none, without those that cannot be compared with the
 * others: see `findComparable`.
 *
 * @param minJoint joint issues that a dyad needs, at least 1
 * @throws UserError (usage) if fewer than three sides are named; (no evidence) if fewer can be compared
 */
export function compareGroup(opened: OpenedQuestion, minJoint: number): ComparableSides {
  const { evidence, settings, library } = opened;
  refuseFewSides(opened.sides);
  const all = opened.sides.length > 0 ? opened.sides : everySide(evidence, library.nameOf);
  const sides = all.toSorted((x, y) => (x.code < y.code ? -1 : 1));
  const everyDyad = divergencesOf(evidence, sides, settings);
  const { kept, removed } = findComparable(everyDyad, minJoint);
  const leftOut = describeLeftOut(everyDyad, removed);
  refuseIncomparable(evidence, kept.length, minJoint, leftOut);
  const divergences = pickSides(everyDyad, kept);
  const joint = divergences.joint
    .flatMap((row, i) => [...row.subarray(i + 1)])
    .sort((x, y) => x - y);
  const used = evidence.issues.filter(isHeldByTwo(divergences.sides));
  const { measure, distance } = settings.headline;
  return {
    divergences,
    group: {
      measure: measure.id,
      distance: measure.distances.length > 0 ? distance : null,
      period: periodOf(
        evidence,
        used.map((selected) => ({ selected })),
      ),
      coverage: {
        issues: evidence.issues.length,
        used: used.length,
        countries: kept.length,
        actors: divergences.sides.filter(({ actor }) => actor).length,
        dyads: joint.length,
        joint: {
          least: joint[0]!,
          median: joint[Math.floor(joint.length / 2)]!,
          most: joint.at(-1)!,
        },
      },
      minJoint,
      leftOut,
    },
  };
}

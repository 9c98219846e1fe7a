import { compareDyad, type Dyad } from '../evidence/dyad.ts';
import { periodOf } from '../evidence/period.ts';
import { sideLabel } from '../evidence/side.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { dyadOf } from '../question/sides.ts';
import type { Estimate } from '../results/parts.ts';
import type { PartScore } from '../results/score.ts';
import type { PartThenAndNow, ThenAndNow, VersusPeriod, VersusResult } from '../results/versus.ts';
import { scoreCatalogs, scoreTopics } from './breakdown.ts';
import { estimate } from './coefficients.ts';
import { compareSameTexts } from './same-texts.ts';

type Half = ThenAndNow['before'];

function halfOf({ level: _level, ...half }: Estimate): Half {
  return half;
}

/** Two intervals overlap where neither lies wholly above the other. */
function thenAndNow(before: Half, after: Half): ThenAndNow {
  const known =
    before.low !== null && before.high !== null && after.low !== null && after.high !== null;
  return {
    before,
    after,
    change: before.value === null || after.value === null ? null : after.value - before.value,
    overlap: known ? before.low <= after.high && after.low <= before.high : null,
  };
}

/** Parts of either period beside each other; `none` stands for one without any joint issue. */
function pairParts<Part extends PartScore>(
  before: readonly Part[],
  after: readonly Part[],
  none: Half,
): readonly (PartThenAndNow & { readonly of: Part })[] {
  const half = (part: Part | undefined): Half => {
    if (!part) return none;
    const { value, low, high, clusters, joint, reason } = part;
    return { value, low, high, n: joint, clusters, ...(reason === undefined ? {} : { reason }) };
  };
  const every = new Map([...before, ...after].map((part) => [part.id, part]));
  const find = (parts: readonly Part[], id: string) => parts.find((part) => part.id === id);
  const size = ({ before: x, after: y }: ThenAndNow) => x.n + y.n;
  return [...every.values()]
    .map((of) => ({
      id: of.id,
      title: of.title,
      of,
      ...thenAndNow(half(find(before, of.id)), half(find(after, of.id))),
    }))
    .sort((x, y) => size(y) - size(x) || (x.id < y.id ? -1 : 1));
}

interface Compared {
  readonly opened: OpenedQuestion;
  readonly dyad: Dyad;
  readonly estimates: readonly Estimate[];
}

function compare(opened: OpenedQuestion): Compared {
  const { evidence, settings } = opened;
  const dyad = compareDyad(evidence, ...dyadOf(opened), settings);
  const choices = [settings.headline, ...settings.beside];
  return { opened, dyad, estimates: estimate(evidence, dyad.joint, choices, settings) };
}

function periodAsked({ opened: { evidence, filter }, dyad: { joint } }: Compared): VersusPeriod {
  const { from = '', to = null } = filter;
  return { from, to, period: periodOf(evidence, joint) };
}

/**
 * The score of a question beside that of an earlier period: the headline, the measures beside it, each catalog
 * and each topic, with the change, and whether their intervals overlap. Beside them what changed on the texts
 * that were voted on in both.
 *
 * Intervals that overlap show neither a change nor that there is none; of intervals that do not, the two scores
 * differ by more than which issues there are, be it by behaviour or agenda. Of many topics a few may part by chance.
 *
 * Without joint issues in a period its values are `null` with a reason; the caller decides whether that is an answer.
 *
 * @param before the question of the earlier period, as `openVersus` has it
 * @param opened the same of the later one
 */
export function versusOf(before: OpenedQuestion, opened: OpenedQuestion): VersusResult {
  const [then, now] = [compare(before), compare(opened)];
  const { settings, evidence } = opened;
  const { measure, distance } = settings.headline;
  const [first, ...others] = then.estimates.map((estimated, i) => {
    const other = now.estimates[i];
    if (!other) throw new Error('an estimate is missing');
    return thenAndNow(halfOf(estimated), halfOf(other));
  });
  const [nothing] = estimate(evidence, [], [settings.headline], settings);
  if (!first || !nothing) throw new Error('an estimate is missing');
  const none = halfOf(nothing);
  const partsOf = <Part extends PartScore>(
    score: (
      evidence: OpenedQuestion['evidence'],
      dyad: Dyad,
      settings: OpenedQuestion['settings'],
    ) => readonly Part[],
  ) => {
    const of = (half: Compared) => score(half.opened.evidence, half.dyad, half.opened.settings);
    return pairParts(of(then), of(now), none);
  };
  const [a, b] = dyadOf(opened);
  return {
    schema: 'align/versus@1',
    countries: [sideLabel(a), sideLabel(b)],
    measure: measure.id,
    distance: measure.distances.length > 0 ? distance : null,
    before: periodAsked(then),
    after: periodAsked(now),
    alignment: first,
    measures: others.map((each, i) => {
      const beside = settings.beside[i];
      if (!beside) throw new Error('a measure is missing');
      const { id, distances } = beside.measure;
      return { id, distance: distances.length > 0 ? beside.distance : null, ...each };
    }),
    catalogs: partsOf(scoreCatalogs).map(({ of: { short }, ...part }) => ({ ...part, short })),
    topics: partsOf(scoreTopics).map(({ of: _of, ...part }) => part),
    sameTexts: compareSameTexts(then.dyad.joint, now.dyad.joint),
  };
}

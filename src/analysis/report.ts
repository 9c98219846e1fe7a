import { compareDyad, type Dyad, tabulate } from '../evidence/dyad.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import { countPositions, countriesAlone, type Side, sideLabel } from '../evidence/side.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import { explainDyad } from './explain/explain.ts';
import type { Explanation } from './explain/explanation.ts';
import { type ArrangedDyad, arrangeDyads, type Arrangement, likeness, rangeOf } from './arrange.ts';
import { estimate } from './coefficients.ts';
import { matrixOfEvidence } from './matrix.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { SideLabel, Source } from '../results/parts.ts';
import type { ScoreResult } from '../results/score.ts';

export interface Heatmap {
  /** In the order of display: countries with similar scores stand together. */
  readonly countries: readonly SideLabel[];
  /** In that order too; dyads without joint issues are left out. */
  readonly dyads: readonly ArrangedDyad[];
}

/** What every report says about where it comes from. */
interface ReportBasis {
  readonly catalogs: Evidence['catalogs'];
  /** Those cited, in the order of their first citation. */
  readonly sources: readonly Source[];
  /** The headline measure's values for least and most alike. */
  readonly range: readonly [far: number, near: number];
}

export interface DyadReport extends ReportBasis {
  readonly score: ScoreResult;
  /** The same score in facts to be worded. */
  readonly explanation: Explanation;
  /** The two sides among the countries covered best and those nearest to them. */
  readonly neighbourhood: Heatmap;
  readonly topicTitles: Readonly<Record<string, string>>;
}

export interface RankedDyad extends ArrangedDyad {
  readonly low: number | null;
  readonly high: number | null;
}

export interface MatrixReport extends ReportBasis {
  readonly measure: string;
  readonly heatmap: Heatmap;
  /** With fewer joint issues a dyad is neither among the closest nor among the farthest. */
  readonly minJoint: number;
  readonly closest: readonly RankedDyad[];
  readonly farthest: readonly RankedDyad[];
  /** Issues of the selection. */
  readonly issues: number;
  /** Countries that the selection has positions of. */
  readonly covered: number;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const mostCovered = 5;
const mostNearest = 5;
const mostRanked = 10;

function arrange(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ScoreSettings,
): Arrangement & { readonly heatmap: Heatmap } {
  const table = matrixOfEvidence(evidence, sides, settings);
  const codes = sides.map(({ code }) => code);
  const arranged = arrangeDyads(table, settings.headline.measure, codes, mostRanked);
  const byCode = new Map(sides.map((side) => [side.code, sideLabel(side)]));
  const countries = arranged.order.map((code) => byCode.get(code)!);
  return { ...arranged, heatmap: { countries, dyads: arranged.dyads } };
}

/** The countries covered best, then those nearest to the two, each comparable with both. */
function findNeighbours(
  evidence: Evidence,
  { a, b, joint }: Dyad,
  countries: readonly Side[],
  settings: ScoreSettings,
): readonly Side[] {
  const own = new Set([a.code, b.code, ...a.members, ...b.members]);
  const least = Math.max(MINIMUM_ISSUES, joint.length / 3);
  const { measure, distance } = settings.headline;
  const range = rangeOf(settings.headline.measure);
  const known = countries
    .filter(({ code }) => !own.has(code))
    .flatMap((side) => {
      const shared = [a, b].map((one) => compareDyad(evidence, one, side, settings).joint);
      if (shared.some((issues) => issues.length < least)) return [];
      const values = shared.map(
        (issues) => measure.compute(tabulate(evidence, issues), distance).value ?? Number.NaN,
      );
      return [{ side, n: sum(shared.map((issues) => issues.length)), value: sum(values) }];
    });
  const byCoverage = known.toSorted((x, y) => y.n - x.n || (x.side.code < y.side.code ? -1 : 1));
  const covered = byCoverage.slice(0, mostCovered);
  const nearest = byCoverage
    .slice(mostCovered)
    .filter(({ value }) => !Number.isNaN(value))
    .toSorted(
      (x, y) =>
        likeness(y.value, range) - likeness(x.value, range) || (x.side.code < y.side.code ? -1 : 1),
    )
    .slice(0, mostNearest);
  return [...covered, ...nearest].map(({ side }) => side);
}

function cited(evidence: Evidence, ids: readonly string[]): readonly Source[] {
  return [...new Set(ids)].flatMap((id) => evidence.sources.get(id) ?? []);
}

/**
 * What a report on a dyad shows of its whole period: the score, and the dyad among its neighbours. How the dyad
 * changed is told by `changeOverTime`.
 *
 * @param countries those that may appear beside the two
 */
export function reportDyad(
  evidence: Evidence,
  a: Side,
  b: Side,
  countries: readonly Side[],
  settings: ScoreSettings,
  selection: Pick<SelectionFilter, 'to' | 'minConfidence'>,
): DyadReport {
  const dyad = compareDyad(evidence, a, b, settings);
  const explanation = explainDyad(evidence, a, b, settings, selection);
  const { score } = explanation;
  const neighbours = findNeighbours(evidence, dyad, countries, settings);
  const topics = new Set(score.issues.map(({ topic }) => topic));
  return {
    score,
    explanation,
    neighbourhood: arrange(evidence, [a, b, ...neighbours], settings).heatmap,
    topicTitles: Object.fromEntries(
      [...topics].sort().map((topic) => [topic, evidence.topics[topic] ?? topic]),
    ),
    catalogs: evidence.catalogs,
    sources: cited(
      evidence,
      [
        ...score.interactions.events,
        ...(score.interactions.unlisted ?? []),
        ...score.issues,
      ].flatMap(({ sources }) => sources),
    ),
    range: rangeOf(settings.headline.measure),
  };
}

/** The countries with the most positions, most first. */
export function bestCovered(countries: readonly Side[], most: number): readonly Side[] {
  return countries
    .map((side) => ({ side, n: countPositions(side) }))
    .sort((x, y) => y.n - x.n || (x.side.code < y.side.code ? -1 : 1))
    .slice(0, most)
    .map(({ side }) => side);
}

/**
 * All dyads of some sides: the heatmap, and which are closest and farthest among those with at least
 * half as many joint issues as the median dyad.
 */
export function reportMatrix(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ScoreSettings,
): MatrixReport {
  const { heatmap, minJoint, closest, farthest } = arrange(evidence, sides, settings);
  const { headline } = settings;
  const range = rangeOf(headline.measure);
  const byCode = new Map(sides.map((side) => [side.code, side]));
  const withInterval = (dyad: ArrangedDyad): RankedDyad => {
    const [a, b] = [byCode.get(dyad.a), byCode.get(dyad.b)];
    if (!a || !b) throw new Error('a dyad of unknown sides');
    const { joint } = compareDyad(evidence, a, b, settings);
    const [result] = estimate(evidence, joint, [headline], settings);
    return { ...dyad, low: result?.low ?? null, high: result?.high ?? null };
  };
  return {
    measure: headline.measure.id,
    heatmap,
    minJoint,
    closest: closest.map(withInterval),
    farthest: farthest.map(withInterval),
    issues: evidence.issues.length,
    covered: countriesAlone(evidence).length,
    catalogs: evidence.catalogs,
    sources: [],
    range,
  };
}

import type { CountryCode } from '../catalog/model.ts';
import { countriesOf } from '../evidence/side.ts';
import { groupBy } from '../group-by.ts';
import { cooperation } from '../measures/cooperation.ts';
import { addWeights, type GoldsteinSums, meanWeight } from '../measures/goldstein.ts';
import { CONFIDENCE_LEVEL } from '../measures/share-interval.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { refuseSingleSide } from '../question/refusals.ts';
import type { matrix, RankResult } from '../results/dyads.ts';
import type { Estimate, Result } from '../results/parts.ts';
import {
  type AllDyads,
  type Compared,
  describeDyads,
  type DyadsWithAll,
  plainMatrix,
} from './compare-all.ts';
import type { DyadTable } from './dyad-table.ts';
import type { DirectedSum, Pair } from './interaction-sums.ts';
import { totalsWithInterval } from './interaction-totals.ts';
import { spanOf } from './interaction-period.ts';
import { type InteractionsOfPairs, interactionsOfPairs } from './interactions-of-pairs.ts';
import { rankAll, type RankSettings } from './rank.ts';

/** Sides of which pairs are made: those that are named, or countries. */
type PairSide = Pair[number];

const asSide = (code: CountryCode): PairSide => ({ code, members: [] });

const whyUndefined = 'cooperation is of interactions: no positions are compared';

/** Interactions of all pairs of countries, by year. */
export function pairsByYear(opened: OpenedQuestion): InteractionsOfPairs {
  const sums = opened.evidence.eventSums.flatMap((source) => source.sums);
  return interactionsOfPairs(opened, sums, 'year');
}

/** The mean Goldstein weight of some interactions with its interval, each of them a cluster of its own. */
export function estimateOf(sums: Iterable<GoldsteinSums>): Estimate {
  const { n, meanGoldstein, low, high, reason } = totalsWithInterval(sums);
  const why = reason === undefined || (low !== null && meanGoldstein !== null) ? {} : { reason };
  return { value: meanGoldstein, low, high, level: CONFIDENCE_LEVEL, n, clusters: n, ...why };
}

/** A row for each pair that has interactions, of these sums. */
interface PairSums {
  readonly a: CountryCode;
  readonly b: CountryCode;
  readonly sums: readonly DirectedSum[];
}

function tableOf(countries: readonly CountryCode[], pairs: readonly PairSums[]): DyadTable {
  const places = new Map(countries.map((code, place) => [code, place]));
  const rows = pairs
    .map(({ a, b, sums }) => {
      const [first, second] = [places.get(a)!, places.get(b)!].sort((x, y) => x - y);
      return { a: first!, b: second!, all: addWeights(sums) };
    })
    .filter(({ all }) => all.n > 0)
    .sort((x, y) => x.a - y.a || x.b - y.b);
  const none = new Float64Array(rows.length).fill(Number.NaN);
  return {
    countries,
    size: rows.length,
    a: Uint16Array.from(rows, ({ a }) => a),
    b: Uint16Array.from(rows, ({ b }) => b),
    n: Int32Array.from(rows, ({ all }) => all.n),
    value: Float64Array.from(rows, ({ all }) => meanWeight(all)),
    agreement: none,
    identical: none,
    s: none,
    kappa: none,
    pi: none,
    whyUndefined,
  };
}

function eachPair(sides: readonly PairSide[], { between }: InteractionsOfPairs): PairSums[] {
  return sides.flatMap((a, i) =>
    sides.slice(i + 1).map((b) => ({ a: a.code, b: b.code, sums: between([a, b]) })),
  );
}

/** Sides, and what each two of them have with each other, as a matrix has it. */
function describe(
  opened: OpenedQuestion,
  sides: readonly PairSide[],
  pairs: readonly PairSums[],
  by: 'year' | null,
): AllDyads {
  const codes = sides.map(({ code }) => code).sort();
  const byYear = pairs.map(({ sums, ...pair }) => ({
    ...pair,
    years: groupBy(sums, ({ period }) => period),
  }));
  const years = new Set(byYear.flatMap((pair) => [...pair.years.keys()]));
  const inYear = (year: string) =>
    byYear.map(({ years: own, ...pair }) => ({ ...pair, sums: own.get(year) ?? [] }));
  const filled = pairs.filter(({ sums }) => sums.length > 0);
  const compared: Compared = {
    codes,
    held: new Set(filled.flatMap(({ a, b }) => [a, b])),
    issues: 0,
    interactions: filled.reduce((n, { sums }) => n + addWeights(sums).n, 0),
    by,
    periods:
      by === null
        ? [{ period: null, dyads: tableOf(codes, pairs) }]
        : [...years].sort().map((year) => ({ period: year, dyads: tableOf(codes, inYear(year)) })),
    way: 'the interactions',
  };
  return describeDyads(opened, compared, { measure: cooperation.id, distance: null });
}

/**
 * The mean Goldstein weight of the interactions of every two sides of a question or, where it names none, of
 * every two countries that have any; by year, of the interactions that began in it.
 *
 * @param opened with sums by year
 * @throws UserError (usage) for a single side
 */
export function cooperationAmong(opened: OpenedQuestion, by: 'year' | null): AllDyads {
  refuseSingleSide(opened.sides);
  const pairs = pairsByYear(opened);
  const sides: readonly PairSide[] =
    opened.sides.length > 0 ? opened.sides : pairs.countries.map(asSide);
  return describe(opened, sides, eachPair(sides, pairs), by);
}

/** The same of one side with every country. @param opened with sums by year, of one side */
export function cooperationWithAll(opened: OpenedQuestion): DyadsWithAll {
  const [focus] = opened.named;
  const [own] = opened.sides;
  if (!focus || !own) throw new Error('a side expected');
  const { countries, between } = pairsByYear(opened);
  const members = new Set(countriesOf(own));
  const others = countries.filter((code) => !members.has(code));
  const sumsWith = new Map(others.map((code) => [code, between([own, asSide(code)])]));
  const pairs = others.map((b) => ({ a: own.code, b, sums: sumsWith.get(b)! }));
  return {
    ...describe(opened, [own, ...others.map(asSide)], pairs, null),
    focus,
    estimate: (other) => estimateOf(sumsWith.get(other)!),
    jointPeriod: (partners) =>
      spanOf(
        partners.flatMap((code) => sumsWith.get(code)!),
        opened.evidence.asked,
      ),
  };
}

/**
 * The matrix of cooperation as plain data, a row a dyad.
 *
 * @throws UserError as `cooperationAmong`
 */
export function cooperationMatrixOf(
  opened: OpenedQuestion,
  by: 'year' | null = null,
): Result<typeof matrix> {
  return plainMatrix(cooperationAmong(opened, by).result);
}

/** Every country by the mean Goldstein weight of its interactions with the side of a question, as plain data. */
export function cooperationRankOf(
  opened: OpenedQuestion,
  settings: Partial<RankSettings> = {},
): RankResult {
  return rankAll(cooperationWithAll(opened), settings);
}

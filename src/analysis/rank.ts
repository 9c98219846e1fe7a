import type { CountryCode } from '../catalog/model.ts';
import { isCooperation } from '../measures/cooperation.ts';
import { isDivergence } from '../measures/divergence.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { LookedUp } from '../question/look-up.ts';
import { compareWithAll, type DyadsWithAll } from './compare-all.ts';
import type { DyadTable } from './dyad-table.ts';
import type { RankedCountry, RankResult } from '../results/dyads.ts';

/** What rows are ordered by: the value, or the end of its interval that is nearest to nothing in common. */
export type RankOrder = 'value' | 'lower';

export interface RankSettings {
  /** Joint issues, or interactions, that a country needs to be ranked, at least 1. */
  readonly minJoint: number;
  readonly order: RankOrder;
}

/** A country that can be ranked. */
export type Partner = Pick<RankedCountry, 'code' | 'n' | 'value'>;

export interface Ranking {
  /** Nearest first; equal scores by code. */
  readonly partners: readonly Partner[];
  /** Countries with fewer joint issues than asked for, or with an undefined score, by code. */
  readonly leftOut: readonly Omit<RankResult['leftOut'][number], 'name'>[];
}

const byCode = (x: { readonly code: string }, y: { readonly code: string }) =>
  x.code < y.code ? -1 : 1;

/** Which of two values is nearer, for sorting: the higher one, or, of a divergence, the lower one. */
function nearerBy(measure: string): (x: number, y: number) => number {
  return isDivergence(measure) ? (x, y) => x - y : (x, y) => y - x;
}

/**
 * Orders all countries and actors by how near they are to one of them.
 *
 * @param least joint issues that a country needs to be ranked, at least 1
 * @param measure its id: countries are near where it is high, or, for a divergence, low
 */
export function rankCountries(
  table: DyadTable,
  country: CountryCode,
  least: number,
  measure: string,
): Ranking {
  const { countries, size, a, b, n, value } = table;
  const own = countries.indexOf(country);
  const all = Array.from({ length: size }, (_, row) => row)
    .filter((row) => a[row] === own || b[row] === own)
    .map((row): Partner => {
      const code = countries[a[row] === own ? b[row]! : a[row]!]!;
      return { code, n: n[row]!, value: value[row]! };
    });
  const isRanked = (partner: Partner) => partner.n >= least && !Number.isNaN(partner.value);
  const nearer = nearerBy(measure);
  const tooFew = isCooperation(measure) ? 'too few interactions' : 'too few joint issues';
  return {
    partners: all.filter(isRanked).sort((x, y) => nearer(x.value, y.value) || byCode(x, y)),
    leftOut: all
      .filter((partner) => !isRanked(partner))
      .map(({ code, n: joint }) => ({
        code,
        n: joint,
        reason: joint < least ? tooFew : 'the score is undefined',
      }))
      .sort(byCode),
  };
}

/**
 * The same countries by the end of the interval that speaks against nearness: the lower one, or, of a
 * divergence, the upper one. Those without an interval come last; ties by value, then code.
 */
export function orderByBound<Row extends Omit<RankedCountry, 'name'>>(
  ranked: readonly Row[],
  measure: string,
): readonly Row[] {
  const nearer = nearerBy(measure);
  const boundOf = ({ low, high }: Row) => (isDivergence(measure) ? high : low);
  return ranked.toSorted((x, y) => {
    const [first, second] = [boundOf(x), boundOf(y)];
    const byBound =
      first === null || second === null
        ? Number(first === null) - Number(second === null)
        : nearer(first, second);
    return byBound || nearer(x.value, y.value) || byCode(x, y);
  });
}

/** Everyone with whom a side has at least so many joint issues. */
export function rankWith({ result, focus }: DyadsWithAll, minJoint: number): Ranking {
  const [period] = [...result.periods];
  if (!period) throw new Error('a matrix without periods');
  return rankCountries(period.dyads, focus.code, minJoint, result.measure);
}

/**
 * A ranking with names, intervals and the period that it rests on.
 *
 * @param isShown whether a place of the order asked for is wanted
 */
export function describeRanking(
  { partners, leftOut }: Ranking,
  { result, focus, labelOf, estimate, jointPeriod }: DyadsWithAll,
  { minJoint, order }: RankSettings,
  isShown: (place: number) => boolean,
): RankResult {
  const { measure, distance, issues, interactions } = result;
  const toRow = ({ code, n, value }: Partner) => {
    const { clusters, low, high, reason } = estimate(code);
    const why = reason === undefined ? {} : { reason };
    return { ...labelOf(code), n, clusters, value, low, high, ...why };
  };
  const shown = <Row>(rows: readonly Row[]) => rows.filter((_, place) => isShown(place));
  return {
    schema: 'align/rank@1',
    country: { ...labelOf(focus.code), name: focus.name },
    period: jointPeriod(partners.map(({ code }) => code)),
    measure,
    distance,
    issues,
    ...(interactions === undefined ? {} : { interactions }),
    minJoint,
    ranked:
      order === 'lower'
        ? shown(orderByBound(partners.map(toRow), measure))
        : shown(partners).map(toRow),
    leftOut: leftOut.map(({ code, ...rest }) => ({ ...labelOf(code), ...rest })),
  };
}

/**
 * Everyone by how near they are to the side of a question, as plain data.
 *
 * @throws UserError as `compareWithAll`
 */
export async function rankOf(
  asked: LookedUp,
  settings: Partial<RankSettings> = {},
): Promise<RankResult> {
  return rankAll(await compareWithAll(asked), settings);
}

/** Everyone of these dyads, as plain data. */
export function rankAll(
  all: DyadsWithAll,
  { minJoint = MINIMUM_ISSUES, order = 'value' }: Partial<RankSettings>,
): RankResult {
  return describeRanking(rankWith(all, minJoint), all, { minJoint, order }, () => true);
}

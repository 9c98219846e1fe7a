import type { Evidence } from '../evidence/evidence.ts';
import type { InteractionSum, PeriodTotal } from '../evidence/interaction-sums.ts';
import { countriesOf, type Side, sideLabel } from '../evidence/side.ts';
import { groupBy } from '../group-by.ts';
import { CONFIDENCE_LEVEL } from '../measures/share-interval.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import type { GoldsteinScale } from '../question/score-settings.ts';
import type {
  InteractionPartner,
  InteractionPeriod,
  InteractionRoot,
  InteractionsResult,
  ListedInteraction,
} from '../results/interactions.ts';
import {
  type Direction,
  directions,
  type InteractionUnit,
  type PartnerOrder,
} from '../results/vocabulary.ts';
import { breaksOfInteractions } from './interaction-breaks.ts';
import {
  addAlike,
  countInteractions,
  directedSums,
  type Pair,
  type SumOfSides,
  sumInteractions,
} from './interaction-sums.ts';
import { totalsOf, totalsWithInterval } from './interaction-totals.ts';
import { isMonth, spanOf } from './interaction-period.ts';
import { byWeight, findInteractions } from './interactions.ts';
import { type InteractionsOfPairs, interactionsOfPairs } from './interactions-of-pairs.ts';

export interface InteractionSettings {
  /** What is told first; `month` makes periods months rather than years. */
  readonly by: InteractionUnit;
  /** Of the partners of one country. */
  readonly order: PartnerOrder;
}

/** Interactions that are known by their sums alone, of countries, in periods of the unit asked for. */
export interface SummedInteractions {
  readonly sums: readonly InteractionSum[];
  /** Of each period at least what the sums have. */
  readonly totals: readonly PeriodTotal[];
}

function eachDirection<T>(
  sums: readonly SumOfSides[],
  make: (own: readonly SumOfSides[]) => T,
): Readonly<Record<Direction, T>> {
  const of = (direction: Direction) => make(sums.filter((sum) => sum.direction === direction));
  return Object.fromEntries(directions.map((each) => [each, of(each)])) as Record<Direction, T>;
}

function periodsOf(
  sums: readonly SumOfSides[],
  totals: readonly PeriodTotal[],
  isOwn: (period: string) => boolean,
): readonly InteractionPeriod[] {
  const own = groupBy(sums, ({ period }) => period);
  const sourcesOf = groupBy(totals, ({ period }) => period);
  for (const period of own.keys())
    if (!sourcesOf.has(period)) throw new Error(`there is no total of ${period}`);
  return [...sourcesOf]
    .filter(([period]) => isOwn(period))
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([period, sources]) => {
      const here = own.get(period) ?? [];
      const of = sources.reduce((n, source) => n + source.n, 0);
      const all = totalsWithInterval(here);
      const share = of === 0 ? 0 : all.n / of;
      return { period, of, share, ...all, byDirection: eachDirection(here, totalsOf) };
    });
}

function rootsOf(sums: readonly SumOfSides[], scale: GoldsteinScale): readonly InteractionRoot[] {
  return [...groupBy(sums, ({ root }) => root)]
    .flatMap(([root, own]): InteractionRoot[] =>
      root === undefined
        ? []
        : [{ root, label: scale.get(root)?.label ?? root, ...totalsWithInterval(own) }],
    )
    .sort((x, y) => Math.abs(y.net) - Math.abs(x.net) || (x.root < y.root ? -1 : 1));
}

function summedBySources({ eventSums }: Evidence): SummedInteractions {
  return {
    sums: eventSums.flatMap(({ sums }) => sums),
    totals: eventSums.flatMap(({ totals }) => totals),
  };
}

function byOrder(order: PartnerOrder) {
  return (x: InteractionPartner, y: InteractionPartner) => {
    const byNumber = y.n - x.n;
    const byNet = y.net - x.net;
    return (order === 'net' ? byNet || byNumber : byNumber || byNet) || (x.code < y.code ? -1 : 1);
  };
}

/** Listed interactions between two sides, the weightiest first. */
function listedBetween(
  evidence: Evidence,
  pair: Pair,
  scale: GoldsteinScale,
): readonly ListedInteraction[] {
  const known = new Map(evidence.interactions.map((each) => [each.id, each]));
  return byWeight(findInteractions(evidence, ...pair, scale)).map((found) => {
    const { actors = [], targets = [] } = known.get(found.id) ?? {};
    return { ...found, actors, targets };
  });
}

/** With whom a side has interactions, each with what it has with that country. */
function partnersOf(
  { library }: OpenedQuestion,
  a: Side,
  others: readonly string[],
  { between }: InteractionsOfPairs,
): readonly InteractionPartner[] {
  return others.flatMap((code): InteractionPartner[] => {
    const sums = between([a, { code, members: [] }]);
    if (sums.length === 0) return [];
    const byDirection = eachDirection(sums, totalsOf);
    return [{ code, name: library.nameOf(code), ...totalsWithInterval(sums), byDirection }];
  });
}

/**
 * What two sides did to and with each other, or one with all others: by period, by who acted, by CAMEO
 * root, by partner, with breaks of the yearly mean Goldstein weight. An interaction among several countries
 * counts once, and once for each partner that took part; those among the members of one bloc are not its own.
 * Everything but the events listed is worked out from sums. Of no interaction, all is empty and the caller
 * decides whether that is an answer.
 *
 * @param besides interactions known by their sums alone, beside those that the catalogs list; those of the
 *   sources of events if left out
 */
export function interactionsOf(
  opened: OpenedQuestion,
  { by, order }: InteractionSettings,
  besides: SummedInteractions = summedBySources(opened.evidence),
): InteractionsResult {
  const { evidence, sides, settings } = opened;
  const [a, b] = sides as readonly [Side, Side?];
  const scale = settings.goldstein;
  const unit = by === 'month' ? 'month' : 'year';
  const { interactions, asked } = evidence;
  const own = new Set(countriesOf(a));
  const pairs = b ? undefined : interactionsOfPairs(opened, besides.sums, unit);
  const others = pairs ? pairs.countries.filter((code) => !own.has(code)) : [];
  const pair: Pair = [a, b ?? { code: '', members: others }];
  const summed = directedSums(besides.sums, pair);
  const listed = directedSums(sumInteractions(interactions, pair, scale, unit), pair);
  const sums = addAlike([...listed, ...summed]);
  const totals = [...countInteractions(interactions, scale, unit), ...besides.totals];
  const of = totals.reduce((n, total) => n + total.n, 0);
  const total = totalsWithInterval(sums);
  const isPlaced = (period: string) => unit === 'year' || isMonth(period);
  const unplaced = sums.filter(({ period }) => !isPlaced(period));
  return {
    schema: 'align/interactions@1',
    countries: b ? [sideLabel(a), sideLabel(b)] : [sideLabel(a)],
    period: spanOf(sums, asked),
    by,
    level: CONFIDENCE_LEVEL,
    total: { ...total, of, share: of === 0 ? 0 : total.n / of },
    periods: periodsOf(sums, totals, isPlaced),
    withoutMonth: totalsOf(unplaced).n,
    byDirection: eachDirection(sums, totalsWithInterval),
    roots: rootsOf(sums, scale),
    partners: pairs ? partnersOf(opened, a, others, pairs).toSorted(byOrder(order)) : null,
    order: b ? null : order,
    ...breaksOfInteractions(sums),
    events: listedBetween(evidence, pair, scale),
  };
}

import type { DyadSettings } from '../evidence/dyad.ts';
import type { Side } from '../evidence/side.ts';
import { groupByEach } from '../group-by.ts';
import { discoveries, twoSidedChance } from '../measures/false-discovery.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import type { MovedCountry, MovedDyad, MoversResult } from '../results/movers.ts';
import { everySideOf } from './compare-all.ts';
import { visitSides } from './matrix.ts';
import { sameTextsFinder, type VotesOfPeriod } from './same-texts-of-dyads.ts';

/** Joint votes that a dyad needs in each period. */
const fewestVotes = 50;
/** Of those that are named, the share expected not to have moved. */
const falseDiscoveryRate = 0.1;
/** Of the normal distribution, for 95 %. */
const z = 1.959964;
const mostOfCountry = 3;

/** A dyad with enough votes in both periods, whether it moved or not. */
export interface TestedDyad extends MovedDyad {
  readonly moved: boolean;
}

/** Joint votes of all dyads in a period, by `a * sides + b`. */
function countVotes({ evidence, sides }: VotesOfPeriod, settings: DyadSettings): Int32Array {
  const counts = new Int32Array(sides.length ** 2);
  visitSides(evidence, sides, settings, (a, b, joint) => {
    counts[a * sides.length + b] = joint;
  });
  return counts;
}

/**
 * Which dyads moved from one period to another on the texts that return: of those with at least 50 joint votes in
 * each period and 10 returning texts, those whose paired difference stands out at a false discovery rate of 10 %
 * (Benjamini & Hochberg 1995) and is, less 1.96 standard errors, at least as large as asked.
 *
 * @param only a side: just its dyads are tested, among themselves
 * @returns all that were tested, by the lower bound of the difference, then codes
 */
export function testDyads(
  before: VotesOfPeriod,
  after: VotesOfPeriod,
  settings: DyadSettings,
  minEffect: number,
  only?: string,
): readonly TestedDyad[] {
  const { sides } = after;
  const [then, now] = [countVotes(before, settings), countVotes(after, settings)];
  const sameTextsOf = sameTextsFinder(before, after, settings);
  const compared: MovedDyad[] = [];
  for (const [a, { code: first }] of sides.entries())
    for (const [b, { code: second }] of sides.entries()) {
      const place = a * sides.length + b;
      if (Math.min(then[place]!, now[place]!) < fewestVotes) continue;
      if (only !== undefined && first !== only && second !== only) continue;
      const { series, before: was, after: is, difference, se } = sameTextsOf(a, b);
      if (was === null || is === null || difference === null || se === null) continue;
      const lower = Math.abs(difference) - z * se;
      compared.push({ a: first, b: second, series, before: was, after: is, difference, se, lower });
    }
  const chances = compared.map(({ difference, se }) =>
    difference === 0 ? 1 : twoSidedChance(difference / se),
  );
  const found = discoveries(chances, falseDiscoveryRate);
  return compared
    .map((dyad, i) => ({ ...dyad, moved: found[i]! && dyad.lower >= minEffect }))
    .sort((x, y) => y.lower - x.lower || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** Countries most of whose tested dyads moved: of a dyad that moved alone, one cannot say which of the two did. */
function countriesOf(
  tested: readonly TestedDyad[],
  only: string | undefined,
): readonly Omit<MovedCountry, 'name'>[] {
  return [...groupByEach(tested, ({ a, b }) => [a, b])]
    .filter(([code]) => only === undefined || code === only)
    .map(([code, own]) => {
      const total = own.reduce((sum, { difference }) => sum + Math.abs(difference), 0);
      const moved = own.filter((dyad) => dyad.moved).length;
      return { code, meanDifference: total / own.length, dyads: own.length, moved };
    })
    .filter(({ dyads, moved }) => moved * 2 > dyads)
    .sort((x, y) => y.meanDifference - x.meanDifference || (x.code < y.code ? -1 : 1));
}

/** As they come, but at most three of a country. */
function atMostThree(dyads: readonly MovedDyad[]): readonly MovedDyad[] {
  const shown = new Map<string, number>();
  return dyads.filter(({ a, b }) => {
    const [ofA, ofB] = [shown.get(a) ?? 0, shown.get(b) ?? 0];
    if (Math.max(ofA, ofB) >= mostOfCountry) return false;
    shown.set(a, ofA + 1).set(b, ofB + 1);
    return true;
  });
}

/** The votes of a period, and every side in it that has a position in both. */
function periodsOf(questions: readonly [OpenedQuestion, OpenedQuestion]) {
  const all = questions.map(
    (opened) => new Map(everySideOf(opened).map((each) => [each.code, each])),
  );
  const [then, now] = all as [Map<string, Side>, Map<string, Side>];
  const codes = [...then.keys()].filter((code) => now.has(code)).sort();
  const votesOf = ({ evidence }: OpenedQuestion, sides: Map<string, Side>): VotesOfPeriod => ({
    evidence: { ...evidence, issues: evidence.issues.filter(({ issue }) => issue.vote) },
    sides: codes.map((code) => sides.get(code)!),
  });
  return [votesOf(questions[0], then), votesOf(questions[1], now)] as const;
}

/**
 * Who moved from one period to another: countries, then dyads, by the texts that return. See `testDyads`. A country
 * moved if most of its dyads did. Dyads are listed at most three a country, unless one country is asked for.
 *
 * @param before the question of the earlier period, of one side or of none, which is all countries
 * @param after the same of the later one
 * @param minEffect by how much the agreement of a dyad that moved differs at least, in [0, 1]
 */
export function moversOf(
  before: OpenedQuestion,
  after: OpenedQuestion,
  minEffect: number,
): MoversResult {
  const { settings, library, named } = after;
  const [focus] = named;
  const [then, now] = periodsOf([before, after]);
  const tested = testDyads(then, now, settings, minEffect, focus?.code);
  const moved = tested.filter((dyad) => dyad.moved).map(({ moved: _, ...dyad }) => dyad);
  const dyads = focus ? moved : atMostThree(moved);
  const nameOf = (code: string) => (code === focus?.code ? focus.name : library.nameOf(code));
  const periodOf = ({ filter: { from = '', to = '' } }: OpenedQuestion, votes: VotesOfPeriod) => ({
    from,
    to,
    votes: votes.evidence.issues.length,
  });
  return {
    schema: 'align/movers@1',
    before: periodOf(before, then),
    after: periodOf(after, now),
    country: focus ? { code: focus.code, name: focus.name } : null,
    minEffect,
    tested: tested.length,
    moved: moved.length,
    countries: countriesOf(tested, focus?.code).map(({ code, ...rest }) => ({
      code,
      name: nameOf(code),
      ...rest,
    })),
    dyads,
    names: Object.fromEntries(
      [...new Set(dyads.flatMap(({ a, b }) => [a, b]))].sort().map((code) => [code, nameOf(code)]),
    ),
  };
}

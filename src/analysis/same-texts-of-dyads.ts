import { compareDyad, distanceOfCategories, type DyadSettings } from '../evidence/dyad.ts';
import { ABSENT, type Evidence, type SelectedIssue } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import { fixedWeight } from '../evidence/weights.ts';
import { groupBy } from '../group-by.ts';
import type { SameTexts } from '../results/parts.ts';
import { compareSeries, compareSameTexts, isWholeVote } from './same-texts.ts';
import { isCountable } from './ways.ts';

/** The votes of a period, with the sides that are compared in it. */
export interface VotesOfPeriod {
  readonly evidence: Evidence;
  /** Those of the two periods stand in the same order. */
  readonly sides: readonly Side[];
}

/** The same texts of a dyad of two periods, by the places of its sides. */
export type SameTextsFinder = (a: number, b: number) => SameTexts;

/** How alike two categories on a scale are, by `place`; NaN where an issue with them is no joint one. */
interface Likeness {
  readonly size: number;
  readonly table: Float64Array;
}

/** Categories from `ABSENT` on, as places from 0 on. */
const placeOf = (category: number) => category - ABSENT;

function likenessOf({ scales }: Evidence, scale: number, settings: DyadSettings): Likeness {
  const own = scales[scale]!;
  const size = placeOf(own.labels.length);
  const table = Float64Array.from({ length: size ** 2 }, (_, i) => {
    const pair = [Math.floor(i / size) + ABSENT, (i % size) + ABSENT] as const;
    return 1 - (distanceOfCategories(pair, own, settings) ?? Number.NaN);
  });
  return { size, table };
}

/** The whole votes on some texts in one period, text by text, with each side's category on them. */
interface Votes {
  readonly likeness: readonly Likeness[];
  /** Where the votes on each text begin, and where the last ones end. */
  readonly starts: readonly number[];
  /** Of each vote, by index into `likeness`. */
  readonly scales: Uint8Array;
  /** Of each side, its category on each vote as a place. */
  readonly rows: readonly Uint8Array[];
}

function votesOn(
  texts: readonly (readonly SelectedIssue[])[],
  { evidence, sides }: VotesOfPeriod,
  settings: DyadSettings,
): Votes {
  const votes = texts.flat();
  let end = 0;
  return {
    likeness: evidence.scales.map((_, scale) => likenessOf(evidence, scale, settings)),
    starts: [0, ...texts.map(({ length }) => (end += length))],
    scales: Uint8Array.from(votes, ({ scale }) => scale),
    rows: sides.map(({ categories }) =>
      Uint8Array.from(votes, ({ index }) => placeOf(categories[index]!)),
    ),
  };
}

/** Mean likeness of two sides on the votes on a text; NaN where none is a joint one. */
function meanLikeness(
  { likeness, starts, scales, rows }: Votes,
  text: number,
  a: number,
  b: number,
) {
  const [first, second] = [rows[a]!, rows[b]!];
  let sum = 0;
  let joint = 0;
  for (let vote = starts[text]!; vote < starts[text + 1]!; vote++) {
    const { size, table } = likeness[scales[vote]!]!;
    const alike = table[first[vote]! * size + second[vote]!]!;
    if (Number.isNaN(alike)) continue;
    sum += alike;
    joint++;
  }
  return sum / joint;
}

/**
 * Finds the same texts of any dyad of two periods, as `compareSameTexts` has them of its joint issues. Where issues
 * have one weight for all dyads and positions are categories, they are looked up in tables: all dyads of the
 * General Assembly's record are a hundred million votes.
 */
export function sameTextsFinder(
  before: VotesOfPeriod,
  after: VotesOfPeriod,
  settings: DyadSettings,
): SameTextsFinder {
  const periods = [before, after];
  const bySeries = periods.map(({ evidence }) => {
    const counted = evidence.issues.filter(
      (each) => isWholeVote(each) && fixedWeight(each, settings.weighting) > 0,
    );
    return groupBy(counted, ({ issue }) => issue.series ?? '');
  });
  const [then, now] = bySeries as [(typeof bySeries)[number], (typeof bySeries)[number]];
  const returning = [...then.keys()].filter((series) => now.has(series));
  const texts = bySeries.map((each) => returning.map((series) => each.get(series)!));

  if (!periods.every(({ sides }) => isCountable(settings, sides))) {
    const joint = (a: number, b: number, place: 0 | 1) => {
      const { evidence, sides } = periods[place]!;
      return compareDyad(evidence, sides[a]!, sides[b]!, settings, texts[place]!.flat()).joint;
    };
    return (a, b) => compareSameTexts(joint(a, b, 0), joint(a, b, 1));
  }
  const [votesThen, votesNow] = [
    votesOn(texts[0]!, before, settings),
    votesOn(texts[1]!, after, settings),
  ];
  return (a, b) =>
    compareSeries(
      returning.flatMap((_, text) => {
        const was = meanLikeness(votesThen, text, a, b);
        const is = meanLikeness(votesNow, text, a, b);
        return Number.isNaN(was) || Number.isNaN(is) ? [] : [{ was, is }];
      }),
    );
}

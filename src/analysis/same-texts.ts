import type { JointIssue } from '../evidence/dyad.ts';
import type { SelectedIssue } from '../evidence/evidence.ts';
import { groupBy } from '../group-by.ts';
import type { SameTexts } from '../results/parts.ts';

/** With fewer returning texts than this their difference has no standard error. */
const fewSeries = 10;

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether it is a whole vote on a text that may return: one on a part says nothing of the text, nor does one that stands for itself. */
export function isWholeVote({ issue }: SelectedIssue): boolean {
  if (issue.series === undefined) return false;
  const { vote } = issue;
  return vote !== undefined && !vote.on;
}

/** Whole votes on texts that may return. */
export function wholeVotes(joint: readonly JointIssue[]): readonly JointIssue[] {
  return joint.filter(({ selected }) => isWholeVote(selected));
}

function similarityBySeries(joint: readonly JointIssue[]): ReadonlyMap<string, number> {
  const groups = groupBy(wholeVotes(joint), ({ selected }) => selected.issue.series ?? '');
  return new Map(
    [...groups].map(([series, own]) => [series, meanOf(own.map(({ distance }) => 1 - distance))]),
  );
}

/**
 * How a dyad's agreement changed on the texts that were voted on in both of two periods: each series
 * counts once, with the mean of its whole votes in each period. What else changes between two periods may
 * be another agenda; this is not.
 *
 * The difference is the mean of those of the series, its standard error that of paired differences, `null`
 * with fewer than 10 series. Without any series in common all numbers are `null`, and the reason says so.
 */
export function compareSameTexts(
  before: readonly JointIssue[],
  after: readonly JointIssue[],
): SameTexts {
  const now = similarityBySeries(after);
  // Of the texts of one period alone no ballot need be read.
  const then = similarityBySeries(
    before.filter(({ selected }) => now.has(selected.issue.series ?? '')),
  );
  return compareSeries(
    [...then].flatMap(([series, was]) => {
      const is = now.get(series);
      return is === undefined ? [] : [{ was, is }];
    }),
  );
}

/** The same of mean agreements on each series that has some in both periods. */
export function compareSeries(
  pairs: readonly { readonly was: number; readonly is: number }[],
): SameTexts {
  const { length: series } = pairs;
  if (series === 0) {
    const reason = 'no text was voted on in both periods';
    return { series, before: null, after: null, difference: null, se: null, reason };
  }
  const differences = pairs.map(({ was, is }) => is - was);
  const difference = meanOf(differences);
  const variance =
    differences.reduce((sum, each) => sum + (each - difference) ** 2, 0) / (series - 1);
  const means = {
    series,
    before: meanOf(pairs.map(({ was }) => was)),
    after: meanOf(pairs.map(({ is }) => is)),
    difference,
  };
  return series < fewSeries
    ? { ...means, se: null, reason: `fewer than ${fewSeries} texts that return` }
    : { ...means, se: Math.sqrt(variance / series) };
}

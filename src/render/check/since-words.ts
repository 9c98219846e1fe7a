import type { AssertionResult } from '../../results/check.ts';
import { causeWords, finerDigits, most } from '../diff/words.ts';
import { count, counted, decimal, signed } from '../kit/numbers.ts';

/** Words for what moved a score since the baseline was recorded, the same in every format. */

type Since = NonNullable<AssertionResult['since']>;

/** By less than this a score has not moved: sums of the same numbers in another order. */
const still = 1e-9;

/** `moved by +0.0833 since the baseline (0.83 on 3 joint issues)`, or why that cannot be told. */
export function sinceWords({ before, n, change, causes, reason }: Since): string {
  const baseline = `the baseline (${decimal(before)} on ${counted(n, 'joint issue')})`;
  if (reason !== undefined) {
    const isOld = 'align check --update-baseline records them';
    return `what changed since ${baseline} cannot be told: ${reason}; ${isOld}`;
  }
  if (causes.length === 0) return `nothing changed since ${baseline}`;
  const moved =
    Math.abs(change) < still ? 'did not move' : `moved by ${signed(change, finerDigits)}`;
  return `the score ${moved} since ${baseline}`;
}

/** A line for each change, those that moved the score most first: `+0.0833 dam-2024: Russia: neutral → support`. */
export function causeLines({ since, decidedBy }: AssertionResult): readonly string[] {
  if (!since || !decidedBy) return [];
  const [a, b] = decidedBy;
  const lines = since.causes.slice(0, most.causes).map((cause) => {
    const words = `${cause.issue}: ${causeWords([a.name, b.name], cause)}`;
    const { contribution } = cause;
    return contribution === null
      ? `changed: ${words}`
      : `${signed(contribution, finerDigits)} ${words}`;
  });
  const rest = since.causes.length - lines.length;
  return rest > 0 ? [...lines, `and ${count(rest)} more; --format json has all`] : lines;
}

import type { Coding, CountryCode, Issue } from './model.ts';
import type { CodingRule, Decision } from '../results/vocabulary.ts';
import type { Scale } from '../results/inventory.ts';

/** What is decided of a position from its codings: a category and why it counts, or why none does. */
export type Decided =
  | { readonly category: number; readonly by: Decision; readonly undecided?: never }
  | { readonly category?: never; readonly by?: never; readonly undecided: string };

/** Whether the labels of a scale have an order to take a median by: one without sides vouches for none. */
export function isOrdered({ neutral }: Pick<Scale, 'neutral'>): boolean {
  return neutral !== null;
}

/** Middle of an odd number of categories, or of an even number whose two middle ones are one; else `undefined`. */
export function medianCategory(categories: readonly number[]): number | undefined {
  const sorted = categories.toSorted((x, y) => x - y);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === high ? low : undefined;
}

/**
 * The category that counts of a position with codings: the one on which all agree, else the one written
 * beside them, else by the rule their median. No category lies between two, and a position is never
 * rounded to one: it is undecided.
 *
 * @param categories one of each coder; at least one
 * @param written the category beside the codings, if there is one
 */
export function decidePosition(
  categories: readonly number[],
  { rule, ordered }: { readonly rule: CodingRule; readonly ordered: boolean },
  written?: number,
): Decided {
  const [first] = categories;
  if (first === undefined) throw new Error('a position without codings');
  if (categories.every((each) => each === first) && (written ?? first) === first)
    return { category: first, by: 'unanimous' };
  const median = rule === 'median' && ordered ? medianCategory(categories) : undefined;
  if (written !== undefined)
    return { category: written, by: median === written ? 'median' : 'adjudicated' };
  if (median !== undefined) return { category: median, by: 'median' };
  if (rule === 'adjudicated') return { undecided: 'it is not adjudicated' };
  return {
    undecided: ordered
      ? 'their median lies between two labels'
      : 'a scale without sides has no order to take a median by',
  };
}

/** A position with its codings, and what was decided. */
export interface CodedPosition {
  readonly country: CountryCode;
  readonly from?: string;
  readonly codings: readonly Coding[];
  readonly decided: Decided;
}

/** Every position of an issue that has codings, by country, then day; undecided ones among them. */
export function codedPositions(issue: Issue, scale: Scale): readonly CodedPosition[] {
  const settings = { rule: issue.codingRule ?? 'median', ordered: isOrdered(scale) };
  const decide = (codings: readonly Coding[], written?: number) =>
    decidePosition(
      codings.map(({ category }) => category),
      settings,
      written,
    );
  const decided = Object.entries(issue.positions).flatMap(([country, stances]) =>
    stances.flatMap(({ from, category, codings }) =>
      codings === undefined || category === null
        ? []
        : [{ country, from, codings, decided: decide(codings, category) }],
    ),
  );
  const undecided = (issue.undecided ?? []).map((each) => ({
    from: undefined,
    ...each,
    decided: decide(each.codings),
  }));
  return [...decided, ...undecided]
    .sort((x, y) =>
      x.country === y.country
        ? (x.from ?? '') < (y.from ?? '')
          ? -1
          : 1
        : x.country < y.country
          ? -1
          : 1,
    )
    .map(({ from, ...rest }) => (from === undefined ? rest : { ...rest, from }));
}

/** Whether coders part on a position. */
export function isContested(codings: readonly Coding[] = []): boolean {
  return new Set(codings.map(({ category }) => category)).size > 1;
}

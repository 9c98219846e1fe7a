import { groupBy } from '../../group-by.ts';
import { krippendorffAlpha } from '../../measures/krippendorff-alpha.ts';
import type { ManyRule } from '../../results/vocabulary.ts';
import type { FailAt, HeldRow } from './issue-draft.ts';
import type { Remarks } from './summary.ts';

/** The position of those that were entitled to vote and did not. */
export const absent = 'absent';

interface Held {
  readonly draft: { readonly name: string };
  readonly scale: { readonly labels: readonly string[] };
  readonly rows: readonly HeldRow[];
}

/** What rows of one stance have to have in common; topics and sources may differ. */
const stated = ['position', 'salience', 'confidence', 'note'] as const;

/**
 * One stance for each country, issue and day: rows that say the same are united, and what several voters
 * of a country said becomes one position by the rule, with the agreement among them in its note.
 *
 * @returns parallel to the issues
 * @throws UserError (exit 3) if a country has several positions and no rule is given
 */
export function settleMany(
  issues: readonly Held[],
  rule: ManyRule,
  fail: FailAt,
  skipped: Remarks,
): readonly (readonly HeldRow[])[] {
  const grouped = issues.map(({ rows }) => [
    ...groupBy(rows, ({ country, from, coder }) =>
      JSON.stringify([country, from, coder?.name]),
    ).values(),
  ]);
  if (rule === 'refuse')
    return grouped.map((groups, i) =>
      groups.map((rows) => uniteRows(rows, issues[i]!.draft.name, fail)),
    );
  const agreement = agreementWithin(issues, grouped);
  return grouped.map((groups, i) =>
    groups.flatMap((rows) => {
      const [first, ...others] = rows;
      if (first === undefined) return [];
      if (others.length === 0) return [first];
      const { labels } = issues[i]!.scale;
      const given = rows.map(({ position }) => labels.indexOf(position)).filter((at) => at >= 0);
      if (given.length === 0) return [first];
      const at = rule === 'mean' ? meanOf(given, labels.length) : majorityOf(given);
      const counts = [...groupBy(rows, ({ position }) => position)]
        .map(([position, own]) => `${own.length} ${position}`)
        .join(', ');
      if (at === undefined) {
        skipped.add(
          'no-majority',
          'positions of a country whose voters are tied',
          () => `${first.country} on ${issues[i]!.draft.name}: ${counts}`,
        );
        return [];
      }
      const note = `${rule === 'mean' ? 'Mean' : 'Majority'} of ${given.length} voters: ${counts}. ${agreement(first.country)}`;
      const sources = [...new Set(rows.flatMap((row) => row.sources))];
      return [{ ...first, position: labels[at]!, note, sources }];
    }),
  );
}

function uniteRows(rows: readonly HeldRow[], issue: string, fail: FailAt): HeldRow {
  const [first] = rows;
  if (first === undefined) throw new Error('no rows');
  const other = rows.find((row) => stated.some((name) => row[name] !== first[name]));
  if (other && first.coder)
    throw fail(
      other.line,
      `${first.coder.name} coded the position of ${first.country} on issue ${issue} in ${rows.length} rows that do not say the same (first in line ${first.line})`,
      'leave one row; if the position changed, give the days in a column "from"',
    );
  if (other)
    throw fail(
      other.line,
      `${first.country} is on issue ${issue} in ${rows.length} rows that do not say the same (first in line ${first.line}): they are several voters of one country, or they contradict each other`,
      'if they are voters, say --many majority or --many mean; if its position changed, give the days in a column "from"; else leave one row',
    );
  return { ...first, sources: [...new Set(rows.flatMap((row) => row.sources))] };
}

/** The most frequent; `undefined` if two are. */
function majorityOf(given: readonly number[]): number | undefined {
  const counts = [...groupBy(given, (at) => at)].map(([at, all]) => [at, all.length] as const);
  const most = Math.max(...counts.map(([, n]) => n));
  const leading = counts.filter(([, n]) => n === most);
  return leading.length === 1 ? leading[0]![0] : undefined;
}

/** The place nearest to the mean; of two as near, the one nearer to the middle of the scale. */
function meanOf(given: readonly number[], size: number): number {
  const mean = given.reduce((sum, at) => sum + at, 0) / given.length;
  return mean > (size - 1) / 2 ? Math.ceil(mean - 0.5) : Math.floor(mean + 0.5);
}

/** How far the voters of a country agree over all issues: raters are interchangeable to alpha. */
function agreementWithin(
  issues: readonly Held[],
  grouped: readonly (readonly (readonly HeldRow[])[])[],
): (country: string) => string {
  const known = new Map<string, string>();
  return (country) => {
    let text = known.get(country);
    if (text === undefined) {
      const units = grouped.flatMap((groups, i) =>
        groups
          .filter((rows) => rows[0]?.country === country && rows.length > 1)
          .map((rows) =>
            rows
              .filter(({ position }) => position !== absent)
              .map(({ position }) => issues[i]!.scale.labels.indexOf(position)),
          ),
      );
      const raters = Math.max(...units.map(({ length }) => length));
      const ratings = Array.from({ length: raters }, (_, r) =>
        units.map((unit) => unit[r] ?? null),
      );
      const { value } = krippendorffAlpha(ratings, 'interval');
      text =
        value === null
          ? 'All of them alike.'
          : `Agreement among them over ${units.length} ${units.length === 1 ? 'issue' : 'issues'}: Krippendorff’s alpha ${value.toFixed(2)}.`;
      known.set(country, text);
    }
    return text;
  };
}

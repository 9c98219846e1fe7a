import type { Evidence, SelectedIssue } from '../../evidence/evidence.ts';
import { titleOfText } from '../../evidence/label.ts';

/** Issues that are one text coming back. */
export interface SeriesEntry {
  readonly id: string;
  /** The latest one, without the date at its end. */
  readonly title: string;
  /** Two or more. */
  readonly n: number;
  /** Of the first and the last issue, as precise as the catalog has them. */
  readonly from: string;
  readonly to: string;
  /** Ids, oldest first. */
  readonly issues: readonly string[];
}

/** The issues of each series, oldest first; those without a series are in none. */
function groupBySeries({
  issues,
}: Evidence): ReadonlyMap<string, readonly SelectedIssue['issue'][]> {
  const groups = new Map<string, SelectedIssue['issue'][]>();
  for (const { issue } of issues) {
    const { series } = issue;
    if (series === undefined) continue;
    const known = groups.get(series);
    if (known) known.push(issue);
    else groups.set(series, [issue]);
  }
  return groups;
}

/** Every series with two or more of the selected issues, those with the most first, then by id. */
export function listSeries(evidence: Evidence): SeriesEntry[] {
  return [...groupBySeries(evidence)]
    .filter(([, issues]) => issues.length > 1)
    .map(([id, issues]) => ({
      id,
      title: titleOfText(issues.map(({ title }) => title)),
      n: issues.length,
      from: issues[0]?.dateLabel.split('/')[0] ?? '',
      to: issues.at(-1)?.dateLabel.split('/').at(-1) ?? '',
      issues: issues.map((issue) => issue.id),
    }))
    .sort((x, y) => y.n - x.n || (x.id < y.id ? -1 : 1));
}

/** The series that an issue belongs to, and the ids of its other issues, oldest first. */
export interface OwnSeries {
  readonly id: string;
  readonly others: readonly string[];
}

/** `undefined` for an issue without a series. */
export function seriesOf(evidence: Evidence, { issue }: SelectedIssue): OwnSeries | undefined {
  const { id, series } = issue;
  if (series === undefined) return undefined;
  const others = evidence.issues.flatMap(({ issue: other }) =>
    other.series === series && other.id !== id ? [other.id] : [],
  );
  return { id: series, others };
}

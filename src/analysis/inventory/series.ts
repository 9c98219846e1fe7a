import type { Evidence, SelectedIssue } from '../../evidence/evidence.ts';
import { titleOfText } from '../../evidence/label.ts';
import type { Entries, OwnSeries } from '../../results/inventory.ts';

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
export function listSeries(evidence: Evidence): Entries['series'][] {
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

/** `undefined` for an issue without a series. */
export function seriesOf(evidence: Evidence, { issue }: SelectedIssue): OwnSeries | undefined {
  const { id, series } = issue;
  if (series === undefined) return undefined;
  const others = evidence.issues.flatMap(({ issue: other }) =>
    other.series === series && other.id !== id ? [other.id] : [],
  );
  return { id: series, others };
}

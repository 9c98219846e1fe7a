import type { Evidence, SelectedIssue } from '../../evidence/evidence.ts';
import { titleOfText } from '../../evidence/label.ts';
import { groupBy } from '../../group-by.ts';
import type { Entries, OwnSeries } from '../../results/inventory.ts';

/** Every series with two or more of the selected issues, those with the most first, then by id. */
export function listSeries({ issues: selected }: Evidence): Entries['series'][] {
  const bySeries = groupBy(
    selected.map(({ issue }) => issue),
    ({ series }) => series,
  );
  return [...bySeries]
    .flatMap(([id, issues]) => (id === undefined || issues.length < 2 ? [] : [{ id, issues }]))
    .map(({ id, issues }) => ({
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

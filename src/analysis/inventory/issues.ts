import { type Evidence, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';

export interface IssueEntry {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  /** As the catalog writes it. */
  readonly date: string;
  readonly scale: string;
  /** Of a recorded ballot. */
  readonly body?: string;
  readonly resolution?: string;
  /** How many have a position on it; absence from a vote counts as one here. */
  readonly countries: number;
  readonly catalog: string;
}

function countHolders({ positions }: Evidence, { index }: SelectedIssue): number {
  let holders = 0;
  for (const country of positions.countries)
    if (positions.get(country)?.[index] !== MISSING) holders++;
  return holders;
}

/** The selected issues by date, then id. */
export function listIssues(evidence: Evidence): IssueEntry[] {
  return evidence.issues.map((selected) => {
    const { id, title, topics, dateLabel, scale, vote } = selected.issue;
    return {
      id,
      title,
      topics,
      date: dateLabel,
      scale,
      ...(vote ? { body: vote.body, resolution: vote.resolution } : {}),
      countries: countHolders(evidence, selected),
      catalog: selected.catalog,
    };
  });
}

import { type Evidence, MISSING } from '../../evidence/evidence.ts';
import { countriesAlone } from '../../evidence/side.ts';
import { symbolOf } from '../../catalog/symbols.ts';
import type { Entries } from '../../results/inventory.ts';

function countHolders(
  { positions }: Evidence,
  countries: readonly string[],
  index: number,
): number {
  let holders = 0;
  for (const country of countries) if (positions.get(country)?.[index] !== MISSING) holders++;
  return holders;
}

/** The selected issues by date, then id. */
export function listIssues(evidence: Evidence): Entries['issues'][] {
  const countries = countriesAlone(evidence);
  return evidence.issues.map((selected) => {
    const { id, title, topics, dateLabel, scale, vote } = selected.issue;
    return {
      id,
      title,
      topics,
      date: dateLabel,
      scale,
      ...(vote ? { body: vote.body, resolution: symbolOf(vote) } : {}),
      countries: countHolders(evidence, countries, selected.index),
      catalog: selected.catalog,
    };
  });
}

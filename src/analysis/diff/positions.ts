import { heldOn, stancesOf } from '../../bundle/packed.ts';
import type { CountryCode, Stance } from '../../catalog/model.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import type { PositionChange } from '../../results/diff.ts';
import { compareFacets, type Facets, facetsOf } from './facets.ts';

const nothing: Facets = new Map();

/** All that a country holds on an issue, whenever and however sure. */
function positionOf(
  { scales, positions }: Evidence,
  { issue, scale, index }: SelectedIssue,
  country: CountryCode,
): Facets {
  const labels = scales[scale]?.labels ?? [];
  const label = (category: number | null) =>
    category === null || category === ABSENT ? 'absent' : labels[category];
  const describe = ({ category, from: _, ...rest }: Stance) => ({
    stance: label(category),
    ...rest,
  });
  const stances = stancesOf(issue, country);
  if (!stances) {
    const category = positions.get(country)?.[index] ?? MISSING;
    return category === MISSING ? nothing : facetsOf({ stance: label(category) });
  }
  const [first, ...others] = stances;
  if (!first) return nothing;
  if (others.length === 0 && first.from === undefined) return facetsOf(describe(first));
  return facetsOf(
    Object.fromEntries(stances.map((stance) => [stance.from ?? 'first', describe(stance)])),
  );
}

/** Who has a position on an issue: of a record, whose issues have none of their own, by the votes in it. */
export function holdersOf({ positions }: Evidence, { issue, index }: SelectedIssue) {
  const { countries, stances } = heldOn(issue);
  return stances.length > 0
    ? countries.filter((country) => stancesOf(issue, country))
    : positions.countries.filter((country) => positions.get(country)?.[index] !== MISSING);
}

/**
 * Positions that were added, removed or changed on issues that are in both editions, by issue, then country.
 * Those on issues that are in one only come and go with these.
 */
export function comparePositions(before: Evidence, after: Evidence): readonly PositionChange[] {
  const known = new Map(before.issues.map((selected) => [selected.issue.id, selected]));
  return after.issues
    .toSorted((x, y) => (x.issue.id < y.issue.id ? -1 : 1))
    .flatMap((now) => {
      const old = known.get(now.issue.id);
      if (!old) return [];
      const holders = new Set([...holdersOf(before, old), ...holdersOf(after, now)]);
      return [...holders].sort().flatMap((country): PositionChange[] => {
        const [held, holds] = [positionOf(before, old, country), positionOf(after, now, country)];
        const fields = compareFacets(held, holds);
        if (fields.length === 0) return [];
        const change = held.size === 0 ? 'added' : holds.size === 0 ? 'removed' : 'changed';
        return [{ change, issue: now.issue.id, title: now.issue.title, country, fields }];
      });
    });
}

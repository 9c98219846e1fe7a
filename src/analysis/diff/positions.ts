import { heldOn, stancesOf } from '../../bundle/packed.ts';
import type { CountryCode, Stance } from '../../catalog/model.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import type { PositionChange } from '../../results/diff.ts';
import { compareFacets, type Facets, facetsOf } from './facets.ts';

const nothing: Facets = new Map();
/** A record has a million votes of three kinds: each kind is one object, and so soon compared. */
const votes = new Map<string, Facets>();

function voteCalled(label: string): Facets {
  const known = votes.get(label) ?? facetsOf({ stance: label });
  votes.set(label, known);
  return known;
}

type Described = Omit<Stance, 'category' | 'from'> & { readonly stance: string };

const saidOfStances = ['stance', 'salience', 'confidence', 'note', 'sources'] as const;

/** What is said of a country's stances on an issue; what is not the same of all of them, with their days. */
function historyOf(
  stances: readonly (readonly [from: string | undefined, held: Described])[],
): Facets {
  const said = saidOfStances.map((key) => {
    const texts = stances.map(([, held]) => String(facetsOf(held[key]).get('') ?? ''));
    const dated = stances.flatMap(([from = 'first'], i) =>
      texts[i] === '' ? [] : [`${from} ${texts[i]}`],
    );
    const isTimeless = key !== 'stance' || stances.every(([from]) => from === undefined);
    const same = isTimeless && new Set(texts).size === 1 ? texts[0] : dated.join(', ');
    return [key, same === '' ? undefined : same] as const;
  });
  return facetsOf(Object.fromEntries(said));
}

/** All that a country holds on an issue, whenever and however sure. */
function positionOf(
  { scales, positions }: Evidence,
  { issue, scale, index }: SelectedIssue,
  country: CountryCode,
): Facets {
  const labels = scales[scale]?.labels ?? [];
  const label = (category: number | null) =>
    category === null || category === ABSENT ? 'absent' : (labels[category] ?? '');
  const stances = stancesOf(issue, country);
  if (!stances) {
    const category = positions.get(country)?.[index] ?? MISSING;
    return category === MISSING ? nothing : voteCalled(label(category));
  }
  return historyOf(
    stances.map(({ from, category, ...rest }) => [from, { stance: label(category), ...rest }]),
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

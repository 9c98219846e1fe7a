import { type Evidence, MISSING, type SelectedIssue } from '../evidence/evidence.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import type { Membership, Memberships, SharedMemberships } from '../results/score.ts';

/** The organisation, from the title of an issue on membership in it: `SCO`. */
export function organisationOf(title: string): string {
  return title.replace(/^Membership (?:of|in) (?:the )?|,? membership\b.*$/gi, '').trim() || title;
}

/** The entries in force at the end of the period: of one series the last. */
export function membershipsInForce({ memberships }: Evidence): readonly SelectedIssue[] {
  const latest = new Map(
    memberships.issues.map((selected) => [selected.issue.series ?? selected.issue.id, selected]),
  );
  const nameOf = ({ issue }: SelectedIssue) => organisationOf(issue.title);
  return [...latest.values()].sort((x, y) =>
    nameOf(x) === nameOf(y) ? (x.issue.id < y.issue.id ? -1 : 1) : nameOf(x) < nameOf(y) ? -1 : 1,
  );
}

/** A side as what it is in each organisation, parallel to the memberships; a bloc is what all its members are. */
export function memberSide({ memberships }: Evidence, side: Side): Side {
  const rows = countriesOf(side).map((country) => memberships.positions.get(country));
  const categories = memberships.issues.map(({ index }) => {
    const [first = MISSING, ...others] = rows.map((row) => row?.[index] ?? MISSING);
    return others.every((category) => category === first) ? first : MISSING;
  });
  const { code, name, members } = side;
  return { code, name, members, categories: Int8Array.from(categories) };
}

/**
 * The memberships that two sides share, and those of one that the other is known not to have. A side that
 * an entry does not mention may be in or out: the entry is left out.
 */
export function compareMemberships(evidence: Evidence, a: Side, b: Side): Memberships {
  const sides = [memberSide(evidence, a), memberSide(evidence, b)] as const;
  const labelOf = ({ categories }: Side, { scale, index }: SelectedIssue) =>
    evidence.scales[scale]?.labels[categories[index] ?? MISSING];
  const known = membershipsInForce(evidence).filter((selected) =>
    sides.every((side) => labelOf(side, selected) !== undefined),
  );
  const having = (label: string): SharedMemberships => {
    const of = (...belongs: readonly [boolean, boolean]) =>
      known
        .filter((selected) =>
          sides.every((side, i) => (labelOf(side, selected) === label) === belongs[i]),
        )
        .map((selected): Membership => {
          const { id, title, date } = selected.issue;
          const days = sides
            .filter((_, i) => belongs[i])
            .flatMap(countriesOf)
            .map((country) => evidence.memberships.stance(country, selected)?.from ?? date.from);
          return { id, title: organisationOf(title), since: days.sort().at(-1) ?? date.from };
        });
    return { both: of(true, true), a: of(true, false), b: of(false, true) };
  };
  return { ...having('member'), associated: having('associated') };
}

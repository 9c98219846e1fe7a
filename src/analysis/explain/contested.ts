import { decidePosition, isContested, isOrdered } from '../../catalog/codings.ts';
import { isSame } from '../../evidence/dyad.ts';
import { MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import type { Side } from '../../evidence/side.ts';
import { type Basis, commonSources, fact } from './basis.ts';
import type { ContestedMention, Fact, SideIndex } from './explanation.ts';
import { countWords, type TellingIssue, unique } from './mentions.ts';

const mostNamed = 3;

/** Positions of the two on which coders part; of a bloc none, whose members are not named. */
function contestedOn({ evidence, dyad }: Basis, { joint }: TellingIssue): ContestedMention[] {
  const { selected } = joint;
  const scale = evidence.scales[selected.scale];
  return ([0, 1] as const).flatMap((side: SideIndex) => {
    const { code, members } = side === 0 ? dyad.a : dyad.b;
    const stance = members.length > 0 ? undefined : evidence.stance(code, selected);
    const { codings, category } = stance ?? { category: null };
    if (!scale || codings === undefined || category === null || !isContested(codings)) return [];
    const labels = codings.map((coding) => scale.labels[coding.category] ?? '');
    const { by } = decidePosition(
      codings.map((coding) => coding.category),
      { rule: selected.issue.codingRule ?? 'median', ordered: isOrdered(scale) },
      category,
    );
    if (by === undefined) return [];
    return [
      {
        side,
        title: selected.issue.title,
        stances: countWords(labels).map(([label, n]) => ({ label, n })),
        counts: scale.labels[category] ?? '',
        by,
      },
    ];
  });
}

/** Issues on which the two differ that rest on a position on which coders part. */
export function contestedFacts(basis: Basis): readonly Fact[] {
  const differing = basis.issues.filter(({ joint }) => !isSame(joint));
  const contested = differing.flatMap((issue) => {
    const positions = contestedOn(basis, issue);
    return positions.length === 0 ? [] : [{ issue, positions }];
  });
  if (contested.length === 0) return [];
  const issues = contested.map(({ issue }) => issue);
  return [
    fact(
      'contested',
      {
        n: contested.length,
        of: differing.length,
        positions: contested.flatMap(({ positions }) => positions).slice(0, mostNamed),
      },
      { issues: issues.map(({ id }) => id), sources: commonSources(issues) },
    ),
  ];
}

/** Whether a country has no position on an issue because coders part on it and nothing decides. */
export function isUndecided(
  { selection: { to } }: Pick<Basis, 'selection'>,
  { code, members, categories }: Side,
  { issue, index }: SelectedIssue,
): boolean {
  if (members.length > 0 || categories[index] !== MISSING) return false;
  return (issue.undecided ?? []).some(
    ({ country, from }) =>
      country === code && (from === undefined || to === undefined || from <= to),
  );
}

/** Positions that count as missing, as coders part on them and nothing decides. */
export function undecidedFacts(basis: Basis): readonly Fact[] {
  const sides = [basis.dyad.a, basis.dyad.b];
  const [first = [], second = []] = sides.map((side) =>
    basis.evidence.issues.filter((selected) => isUndecided(basis, side, selected)),
  );
  const issues = unique([...first, ...second])
    .toSorted((x, y) => x.index - y.index)
    .map(({ issue }) => issue);
  if (issues.length === 0) return [];
  const codings = issues
    .flatMap(({ undecided = [] }) => undecided)
    .filter(({ country }) => sides.some(({ code }) => code === country))
    .flatMap((each) => each.codings);
  return [
    fact(
      'undecided',
      {
        sides: [first.length, second.length],
        titles: issues.slice(0, mostNamed).map(({ title }) => title),
      },
      { issues: issues.map(({ id }) => id), sources: codings.flatMap(({ sources }) => sources) },
    ),
  ];
}

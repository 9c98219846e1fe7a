import type { CountryCode } from '../../catalog/model.ts';
import { type Evidence, MISSING } from '../../evidence/evidence.ts';
import { countriesOf, type Side } from '../../evidence/side.ts';
import type { Source } from '../../results/parts.ts';

/** Ids of the sources of everything in the selection. */
function everySource({ issues, positions, interactions, stance }: Evidence): string[] {
  return [
    ...issues.flatMap((selected) => [
      ...selected.issue.sources,
      ...selected.issue.coordination.flatMap(({ sources }) => sources),
      ...(selected.issue.undecided ?? []).flatMap(({ codings }) =>
        codings.flatMap(({ sources }) => sources),
      ),
      ...positions.countries.flatMap((country) => stance(country, selected)?.sources ?? []),
    ]),
    ...interactions.flatMap(({ sources }) => sources),
  ];
}

/** Ids of the sources of what the selection has on some sides, all of which must have a position. */
function sourcesOf(evidence: Evidence, sides: readonly Side[]): string[] {
  const behind = sides.map(countriesOf);
  const involves = (codes: readonly CountryCode[]) =>
    behind.every((countries) => countries.some((code) => codes.includes(code)));
  const joint = evidence.issues.filter(({ index }) =>
    sides.every(({ categories }) => categories[index] !== MISSING),
  );
  return [
    ...joint.flatMap((selected) => [
      ...behind.flat().flatMap((country) => evidence.stance(country, selected)?.sources ?? []),
      ...selected.issue.coordination
        .filter(({ between }) => sides.length > 1 && involves(between))
        .flatMap(({ sources }) => sources),
    ]),
    ...evidence.interactions
      .filter(({ actors, targets }) => involves([...actors, ...targets]))
      .flatMap(({ sources }) => sources),
  ];
}

function sortKey({ author, publisher, title, date, id }: Source): string {
  return [author ?? publisher ?? title, date ?? '9999', title, id].join('\0').toLowerCase();
}

/**
 * The sources behind a score of two sides, behind all that is known of one, or behind a whole
 * selection: each once, by author or else publisher, then date, title and id.
 */
export function collectSources(evidence: Evidence, sides: readonly Side[]): Source[] {
  const ids = sides.length > 0 ? sourcesOf(evidence, sides) : everySource(evidence);
  return [...new Set(ids)]
    .flatMap((id) => evidence.sources.get(id) ?? [])
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

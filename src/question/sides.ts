import { keptApart } from '../catalog/keep-apart.ts';
import { membersAt } from '../catalog/members.ts';
import type { Catalog } from '../catalog/model.ts';
import type { Country } from '../countries/model.ts';
import { noStateOf } from '../countries/no-states.ts';
import type { Atlas } from '../countries/resolve.ts';
import { UserError } from '../errors.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { blocSide, type Continuation, countrySide, type Side } from '../evidence/side.ts';
import type { BlocPosition } from '../results/vocabulary.ts';

/** The country or bloc that a name means, before there is evidence. */
export interface NamedSide {
  readonly code: string;
  readonly name: string;
  /** Empty for a country. */
  readonly members: readonly string[];
  /** How the records of a historic state go on. */
  readonly continued?: Continuation;
}

function heirsOf({ continuedBy }: Country, atlas: Atlas): readonly string[] {
  const heir = continuedBy === undefined ? undefined : atlas.byCode(continuedBy);
  return heir ? [heir.code, ...heirsOf(heir, atlas)] : [];
}

/**
 * The country or bloc that a name means. A country's name wins over a bloc's.
 *
 * @param day on which the members of a bloc belong to it, today unless given
 * @throws UserError (usage) with the candidates or the nearest names, or for a bloc that had no members
 */
export function findSide(
  name: string,
  atlas: Atlas,
  catalogs: readonly Catalog[],
  day?: string,
): NamedSide {
  const resolution = atlas.resolve(name);
  if (resolution.kind === 'found') {
    const { code, name: common, existed = {} } = resolution.country;
    const by = heirsOf(resolution.country, atlas);
    return {
      code,
      name: common,
      members: [],
      ...(by.length > 0 ? { continued: { by, existed } } : {}),
    };
  }
  const wanted = name.toLowerCase();
  const groups = catalogs.flatMap((catalog) => Object.values(catalog.groups));
  const meant = [
    ...groups.filter(
      ({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted,
    ),
    ...keptApart(
      wanted,
      groups.map(({ id }) => id.toLowerCase()),
    ).flatMap((id) => groups.filter((group) => group.id.toLowerCase() === id)),
  ];
  const candidates = [...new Set(meant.map(({ id }) => id))].sort();
  if (candidates.length > 1)
    throw new UserError(
      `the bloc "${name}" is another one in each of ${candidates.length} catalogs`,
      {
        hint: `say which: ${candidates.join(', ')}`,
      },
    );
  const [group] = meant;
  if (group) {
    const members = membersAt(group, day);
    if (members.length > 0) return { code: group.id, name: group.title, members };
    throw new UserError(`${group.title} has no members on ${day ?? 'this day'}`, {
      hint: 'ask for another period with --to',
    });
  }
  if (resolution.kind === 'ambiguous')
    throw new UserError(`"${name}" may be one of several countries`, {
      hint: `say which: ${resolution.candidates.map((c) => `${c.name} (${c.code})`).join(', ')}`,
    });
  const blocs = [...new Set(groups.map(({ id }) => id))].sort();
  const known = noStateOf(name);
  const suggestion =
    resolution.suggestions.length > 0
      ? `did you mean ${resolution.suggestions.join(', or ')}?`
      : '';
  throw new UserError(`no country or bloc is called "${name}"`, {
    hint: [
      known?.kind === 'territory' ? `${known.of} speaks for it;` : suggestion,
      blocs.length > 0 ? `blocs: ${blocs.join(', ')};` : '',
      'align list countries shows every name',
    ]
      .filter((part) => part !== '')
      .join(' '),
  });
}

/** A side with its positions. */
export function sideOf(evidence: Evidence, found: NamedSide, rule: BlocPosition = 'median'): Side {
  return found.members.length > 0
    ? blocSide(evidence, found, rule)
    : countrySide(evidence, found.code, found.name, found.continued);
}

/** The two sides of a question on a dyad. */
export function dyadOf({
  sides: [a, b],
}: {
  readonly sides: readonly Side[];
}): readonly [Side, Side] {
  if (!a || !b) throw new Error('two sides expected');
  return [a, b];
}

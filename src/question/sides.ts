import { keptApart } from '../catalog/keep-apart.ts';
import { membersAt } from '../catalog/members.ts';
import { nearest } from '../catalog/nearest.ts';
import type { Catalog } from '../catalog/model.ts';
import type { Country } from '../countries/model.ts';
import { noStateOf } from '../countries/no-states.ts';
import type { Atlas } from '../countries/resolve.ts';
import { UserError } from '../errors.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { blocSide, type Continuation, countrySide, type Side } from '../evidence/side.ts';
import type { BlocPosition } from '../results/vocabulary.ts';

/** The country, actor or bloc that a name means, before there is evidence. */
export interface NamedSide {
  readonly code: string;
  readonly name: string;
  /** Only of an actor. */
  readonly actor?: true;
  /** Empty for a country or actor. */
  readonly members: readonly string[];
  /** How the records of a historic state go on. */
  readonly continued?: Continuation;
}

function heirsOf({ continuedBy }: Country, atlas: Atlas): readonly string[] {
  const heir = continuedBy === undefined ? undefined : atlas.byCode(continuedBy);
  return heir ? [heir.code, ...heirsOf(heir, atlas)] : [];
}

interface Named {
  readonly kind: 'bloc' | 'actor';
  readonly id: string;
  readonly title: string;
}

/** Actors and blocs of a name or id, or with such an id in a catalog of their own. */
function sidesCalled<Each extends Named>(name: string, all: readonly Each[]): readonly Each[] {
  const wanted = name.toLowerCase();
  const apart = keptApart(
    wanted,
    all.map(({ id }) => id.toLowerCase()),
  );
  return [
    ...all.filter(({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted),
    ...apart.flatMap((own) => all.filter(({ id }) => id.toLowerCase() === own)),
  ];
}

/** @throws UserError (usage) if a name is that of several, with their ids */
function refuseSeveral(name: string, meant: readonly Named[]): void {
  const candidates = [...new Set(meant.map(({ id }) => id))].sort();
  if (candidates.length < 2) return;
  const [kind, other] = [...new Set(meant.map((each) => each.kind))];
  const message =
    other === undefined
      ? `the ${kind} "${name}" is another one in each of ${candidates.length} catalogs`
      : `"${name}" is a bloc in one catalog and an actor in another`;
  throw new UserError(message, { hint: `say which: ${candidates.join(', ')}` });
}

/**
 * The country, actor or bloc that a name means. A country's name wins over others.
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
  const blocs = catalogs.flatMap(({ groups }) =>
    Object.values(groups).map((group) => ({ kind: 'bloc' as const, ...group })),
  );
  const actors = catalogs.flatMap((each) =>
    Object.values(each.actors).map((actor) => ({ kind: 'actor' as const, ...actor })),
  );
  const meant = sidesCalled(name, [...blocs, ...actors]);
  refuseSeveral(name, meant);
  const [side] = meant;
  if (side?.kind === 'actor') return { code: side.id, name: side.title, actor: true, members: [] };
  if (side) {
    const members = membersAt(side, day);
    if (members.length > 0) return { code: side.id, name: side.title, members };
    throw new UserError(`${side.title} has no members on ${day ?? 'this day'}`, {
      hint: 'ask for another period with --to',
    });
  }
  if (resolution.kind === 'ambiguous')
    throw new UserError(`"${name}" may be one of several countries`, {
      hint: `say which: ${resolution.candidates.map((c) => `${c.name} (${c.code})`).join(', ')}`,
    });
  throw unknownSide(name, resolution.suggestions, { blocs, actors });
}

function idsOf(sides: readonly Named[]): readonly string[] {
  return [...new Set(sides.map(({ id }) => id))].sort();
}

function unknownSide(
  name: string,
  countries: readonly string[],
  known: { readonly blocs: readonly Named[]; readonly actors: readonly Named[] },
): UserError {
  const [blocs, actors] = [idsOf(known.blocs), idsOf(known.actors)];
  const slip = nearest(
    name,
    known.actors.flatMap(({ id, title }) => [id, title]),
  );
  const near = known.actors.find(({ id, title }) => id === slip || title === slip)?.id ?? [];
  const meant = [near, countries].flat();
  const place = noStateOf(name);
  const speaker = place?.kind === 'territory' ? place.of : undefined;
  const didYouMean = meant.length > 0 ? `did you mean ${meant.join(', or ')}?` : '';
  const what = actors.length > 0 ? 'country, actor or bloc' : 'country or bloc';
  return new UserError(`no ${what} is called "${name}"`, {
    hint: [
      speaker === undefined ? didYouMean : `${speaker} speaks for it;`,
      actors.length > 0 ? `actors: ${actors.join(', ')};` : '',
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

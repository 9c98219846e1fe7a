import type { Atlas } from '../../countries/resolve.ts';
import type { Path } from '../locate.ts';
import type { CatalogFile } from '../schema.ts';
import type { Rule } from './rule.ts';

/** The country, or the countries, that a text would be taken for. */
function countriesCalled(text: string, atlas: Atlas): string | undefined {
  const resolution = atlas.resolve(text);
  if (resolution.kind === 'found') return resolution.country.name;
  if (resolution.kind === 'unknown') return undefined;
  return resolution.candidates.map((country) => country.name).join(' or ');
}

/** By what blocs and actors are called, in small letters, the ids of those that are called so. */
function namesOfSides({ groups = {}, actors = {} }: CatalogFile) {
  const names = new Map<string, { readonly kind: 'bloc' | 'actor'; readonly id: string }[]>();
  const add = (name: string, kind: 'bloc' | 'actor', id: string) => {
    const known = names.get(name.toLowerCase()) ?? [];
    names.set(name.toLowerCase(), [...known, { kind, id }]);
  };
  for (const [id, group] of Object.entries(groups)) {
    add(id, 'bloc', id);
    if (!Array.isArray(group) && group.title !== undefined) add(group.title, 'bloc', id);
  }
  for (const [id, actor] of Object.entries(actors)) {
    add(id, 'actor', id);
    add(titleOf(actor), 'actor', id);
  }
  return names;
}

function titleOf(actor: NonNullable<CatalogFile['actors']>[string]): string {
  return typeof actor === 'string' ? actor : actor.title;
}

export const actorName: Rule = {
  code: 'actor-name',
  about:
    'Nothing but an actor is called by its id or its name: no country, no bloc, no other actor.',
  *check({ file, atlas }) {
    const sides = namesOfSides(file);
    for (const [id, actor] of Object.entries(file.actors ?? {})) {
      const path: Path = ['actors', id];
      const names = [
        {
          text: id,
          place: { path, part: 'key' },
          what: 'id',
          other: `an id of its own, such as ${id}-actor`,
        },
        {
          text: titleOf(actor),
          place: { path: typeof actor === 'string' ? path : [...path, 'title'], part: 'value' },
          what: 'name',
          other: 'a name of its own',
        },
      ] as const;
      for (const { text, place, what, other } of names) {
        const country = countriesCalled(text, atlas);
        const twin = sides
          .get(text.toLowerCase())
          ?.find((each) => each.kind === 'bloc' || each.id !== id);
        const hint = `give the actor ${other}`;
        if (country !== undefined)
          yield {
            ...place,
            message: `the ${what} "${text}" of the actor means a country: ${country}`,
            hint: `${hint}; a country holds positions without being declared`,
          };
        else if (twin)
          yield {
            ...place,
            message: `the ${what} "${text}" of the actor is that of the ${twin.kind} ${twin.id} too`,
            hint,
          };
      }
    }
  },
};

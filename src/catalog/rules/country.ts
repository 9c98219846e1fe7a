import type { Atlas } from '../../countries/resolve.ts';
import { noStateOf } from '../../countries/no-states.ts';
import { toId } from '../advice.ts';
import { closed, parseDate } from '../dates.ts';
import type { CatalogFile } from '../schema.ts';
import { nearest } from '../nearest.ts';
import {
  codeOf,
  type CountryMention,
  countryMentions,
  holderOf,
  isActor,
  membersOf,
} from './places.ts';
import type { Rule } from './rule.ts';

/** What an actor cannot be, and what to write instead, by the place where it stands. */
function actorOutOfPlace({ name, path }: CountryMention) {
  const part = path[0] === 'issues' ? path[2] : path[0];
  const hints: Readonly<Record<string, string>> = {
    votes: 'an actor has no vote: give its stance on the text in `positions`, beside the votes',
    vote: 'name the countries that submitted the draft, or leave it out',
    groups: 'blocs are of countries; leave it out',
    interactions: 'interactions are between countries; leave it out',
  };
  return {
    message: `"${name}" is an actor, and only countries can stand here`,
    hint: hints[String(part)] ?? 'write the countries that are meant, each on its own',
  };
}

/** What a name is that is no country's, and what to write instead; `undefined` where that is not known. */
function noCountry(mention: CountryMention, file: CatalogFile) {
  const { name, orActor = false } = mention;
  const wanted = name.toLowerCase();
  const [actor] =
    Object.entries(file.actors ?? {}).find(
      ([id, entry]) =>
        id === wanted || (typeof entry === 'string' ? entry : entry.title).toLowerCase() === wanted,
    ) ?? [];
  if (actor !== undefined)
    return orActor ? { hint: `write the id of the actor: ${actor}` } : actorOutOfPlace(mention);
  const here = orActor ? 'countries and actors' : 'countries';
  const [id, group] =
    Object.entries(file.groups ?? {}).find(
      ([each, entry]) =>
        each === wanted || (!Array.isArray(entry) && entry.title?.toLowerCase() === wanted),
    ) ?? [];
  if (id !== undefined && group !== undefined)
    return {
      message: `"${name}" is a bloc, and only ${here} can stand here`,
      hint: `write its members instead, each on its own: ${membersOf(id, group)
        .map((member) => member.name)
        .join(', ')}`,
    };
  const known = noStateOf(name);
  if (known?.kind === 'organisation')
    return {
      message: `"${name}" is an organisation, and only ${here} can stand here`,
      hint: orActor
        ? `write the countries that are meant, each on its own; or, if the stance is its own, declare it: actors: {${toId(name)}: ${name}}`
        : 'write the countries that are meant, each on its own; `groups` can name them together',
    };
  return known?.kind === 'territory'
    ? {
        message: `"${name}" is no country: ${known.of} speaks for it`,
        hint: `write ${known.of} if that is whose position it is, or leave it out`,
      }
    : undefined;
}

/** Two countries in a row that a comma was to part, where they are that. */
function withoutComma(name: string, atlas: Atlas): { readonly hint: string } | undefined {
  const words = name.split(/\s+/);
  for (let i = 1; i < words.length; i++) {
    const both = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    if (both.every((each) => codeOf(atlas, each) !== undefined))
      return { hint: `entries of a list stand apart by commas: write ${both.join(', ')}` };
  }
  return undefined;
}

export const unknownCountry: Rule = {
  code: 'unknown-country',
  about:
    'Every country is named so that it can be told: by a common name, an ISO code or a COW code. Blocs and territories hold no positions, and organisations only as `actors`.',
  *check({ file, atlas }) {
    for (const mention of countryMentions(file)) {
      const { name, path, part, orActor } = mention;
      const resolution = atlas.resolve(name);
      if (resolution.kind === 'found' || (orActor && isActor(file, name))) continue;
      const actors = orActor ? Object.keys(file.actors ?? {}) : [];
      yield {
        path,
        part,
        message:
          resolution.kind === 'ambiguous'
            ? `"${name}" may be one of several countries`
            : `no country${actors.length > 0 ? ' or actor' : ''} is called "${name}"`,
        hint: () => {
          const alternatives =
            resolution.kind === 'ambiguous'
              ? resolution.candidates.map((country) => country.name)
              : [nearest(name, actors) ?? [], resolution.suggestions].flat();
          return alternatives.length > 0
            ? `did you mean ${alternatives.join(', or ')}?`
            : 'use a common name, ISO code or COW code; align list countries shows them';
        },
        ...(resolution.kind === 'unknown'
          ? (noCountry(mention, file) ?? withoutComma(name, atlas))
          : {}),
      };
    }
  },
};

/** Whether two mentions share a day; one without days is for all of them. */
function overlaps({ during: x = {} }: CountryMention, { during: y = {} }: CountryMention): boolean {
  const [first, second] = [closed(x), closed(y)];
  return first.from <= `${second.to}~` && second.from <= `${first.to}~`;
}

export const countryTwice: Rule = {
  code: 'country-twice',
  about:
    'A country stands once in a list or among the positions of an issue; a stance that changed is a list of dated stances.',
  *check({ file, atlas }) {
    const seen = new Map<string, CountryMention[]>();
    for (const mention of countryMentions(file)) {
      const { name, path, part, slot } = mention;
      const code = mention.orActor ? holderOf({ file, atlas }, name) : codeOf(atlas, name);
      if (code === undefined || slot === undefined) continue;
      // By its place and not by its id, which another entry may bear by mistake.
      const key = JSON.stringify([path.slice(0, 2), slot, code]);
      const others = seen.get(key) ?? [];
      seen.set(key, [...others, mention]);
      const earlier = others.find((other) => overlaps(mention, other))?.name;
      if (earlier !== undefined)
        yield {
          path,
          part,
          message: `${atlas.byCode(code)?.name ?? code} stands twice in ${slot}${earlier === name ? '' : `, first as "${earlier}"`}`,
          hint: 'keep one; a stance that changed is a list of dated stances',
        };
    }
  },
};

export const interactionWithItself: Rule = {
  code: 'interaction-with-itself',
  about: 'Nobody is both actor and target of an interaction.',
  *check({ file, atlas }) {
    const codesOf = (names: string | readonly string[] = []) =>
      [names].flat().map((name) => codeOf(atlas, name));
    for (const [i, { id, actor, target }] of (file.interactions ?? []).entries()) {
      const actors = new Set(codesOf(actor));
      for (const [t, code] of codesOf(target).entries())
        if (code !== undefined && actors.has(code))
          yield {
            path: ['interactions', i, 'target', ...(Array.isArray(target) ? [t] : [])],
            message: `${[target].flat()[t]} is both actor and target of ${id}`,
            hint: 'name each country once; interactions among several are `between` them',
          };
    }
  },
};

/** Whoever continued a state may stand for it earlier on, as in most records, but not the other way round. */
export const stateThatIsGone: Rule = {
  code: 'state-that-is-gone',
  about: 'A state is named on issues of its own time; later ones have a successor.',
  *check({ file, atlas }) {
    for (const { name, path, part } of countryMentions(file)) {
      const resolution = atlas.resolve(name);
      if (path[0] !== 'issues' || resolution.kind !== 'found') continue;
      const { country } = resolution;
      const date = file.issues?.[Number(path[1])]?.date;
      const until = country.existed?.to;
      if (date === undefined || until === undefined) continue;
      const first = parseDate(typeof date === 'string' ? date : date.from)?.from;
      if (first === undefined || first <= until) continue;
      yield {
        severity: 'warning',
        path,
        part,
        message: `${country.name} existed until ${until}, the issue begins on ${first}`,
        hint: `after it came ${country.successors.join(', ')}`,
      };
    }
  },
};

import { countryMentions } from './places.ts';
import type { Rule } from './rule.ts';

export const unknownCountry: Rule = {
  code: 'unknown-country',
  *check({ file, atlas }) {
    for (const { name, path, part } of countryMentions(file)) {
      const resolution = atlas.resolve(name);
      if (resolution.kind === 'found') continue;
      const alternatives =
        resolution.kind === 'ambiguous'
          ? resolution.candidates.map((country) => country.name)
          : resolution.suggestions;
      yield {
        path,
        part,
        message:
          resolution.kind === 'ambiguous'
            ? `"${name}" may be one of several countries`
            : `no country is called "${name}"`,
        hint:
          alternatives.length > 0
            ? `did you mean ${alternatives.join(', or ')}?`
            : 'use a common name, ISO code or COW code; align list countries shows them',
      };
    }
  },
};

export const countryTwice: Rule = {
  code: 'country-twice',
  *check({ file, atlas }) {
    const seen = new Map<string, string>();
    for (const { name, path, part, slot } of countryMentions(file)) {
      const resolution = atlas.resolve(name);
      if (resolution.kind !== 'found' || slot === undefined) continue;
      const key = `${slot}\0${resolution.country.code}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, name);
      else
        yield {
          path,
          part,
          message: `${resolution.country.name} stands twice in ${slot}${earlier === name ? '' : `, first as "${earlier}"`}`,
          hint: 'keep one; a stance that changed is a list of dated stances',
        };
    }
  },
};

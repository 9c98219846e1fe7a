import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeName } from '../../src/countries/normalize.ts';

test('a name in ASCII is read as it is among other letters', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom('the', 'The', 'China', '@', '[', '&', "Cote d'Ivoire", '`'),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(words, fc.constantFrom('', ' '), (parts, between) => {
      const name = parts.join(between);
      expect(normalizeName(`${name} é`)).toBe(`${normalizeName(name)}e`);
    }),
  );
});

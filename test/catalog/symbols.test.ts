import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { symbolKey } from '../../src/catalog/symbols.ts';

it('has one key for every spelling of a symbol', () => {
  const spellings = [
    ['A/RES/74/168', 'R/74/168', 'a/res/74/168', '74/168'],
    ['A/RES/3379 (XXX)', 'R/30/3379'],
    ['A/RES/ES-10/19', 'ESS/10/19', 'R/ES-10/19'],
    [''],
  ];
  for (const alike of spellings) expect(new Set(alike.map(symbolKey)).size).toBe(1);
  expect(new Set(spellings.map(([first]) => symbolKey(first!))).size).toBe(spellings.length);
});

it('case and spaces change nothing, in symbols of the usual form and of others', () => {
  const part = fc.constantFrom('A/RES/', 'R/', 'SS/', 'ESS/', '1', '74', '/', 'A', '(XXX)', 'S-');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const symbol = parts.join('');
      expect(symbolKey(` ${symbol.toLowerCase()} `)).toBe(symbolKey(symbol));
    }),
  );
});

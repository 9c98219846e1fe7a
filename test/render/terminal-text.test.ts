import * as fc from 'fast-check';
import measureWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { stringWidth, wrap } from '../../src/render/terminal/text.ts';

test('every character of the basic plane is as wide as the library says', () => {
  const differing = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => stringWidth(character) !== measureWidth(character),
  );
  expect(differing).toEqual([]);
});

test('text is wrapped as the library wraps it', () => {
  const textOf = (characters: string) =>
    fc.string({ unit: fc.constantFrom(...characters), maxLength: 60 });
  fc.assert(
    fc.property(
      fc.oneof(textOf('abcdeκ→   '), textOf('abcde   κ中\n\u001b')),
      fc.integer({ min: 1, max: 20 }),
      (text, width) => {
        fc.pre(measureWidth(text) > width || text.includes('\n'));
        const lines = wrapAnsi(text, width, { hard: true, trim: true }).split('\n');
        expect(wrap(text, width)).toEqual(lines);
      },
    ),
    { numRuns: 2000 },
  );
});

import measureWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { stringWidth } from '../../src/render/terminal/text.ts';

test('every character of the basic plane is as wide as the library says', () => {
  const differing = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => stringWidth(character) !== measureWidth(character),
  );
  expect(differing).toEqual([]);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainResult } from '../../src/plain-text.ts';

const text = fc.constantFrom('peace', 'a\u001b[31mb', 'two\nlines', 'constructor', '', '\u202e');
const { data } = fc.letrec((again) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.constantFrom(null, undefined),
    fc.array(again('data'), { maxLength: 3 }),
    fc.dictionary(text, again('data'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** By text alone: neither a key nor a value of JSON has a control character of its own. */
const written = (value: unknown): string => JSON.stringify({ value });
const asWritten = (value: string): string => JSON.stringify(value).slice(1, -1);

it('whatever needs it is made plain, wherever it stands', () => {
  fc.assert(
    fc.property(data, (value) => {
      const expected = written(value)
        .replaceAll(asWritten('\u001b'), '␛')
        .replaceAll(asWritten('two\nlines'), 'two lines')
        .replaceAll('\u202e', '\ufffd');
      expect(written(plainResult(value))).toBe(expected);
    }),
  );
});

it('what needs nothing is not copied', () => {
  const [safe, unsafe] = [{ tags: ['a'] }, { tags: ['a\u001b'], also: ['b'] }];
  const whole = { rows: [safe, unsafe] };
  const plain = plainResult(whole);
  expect(plain).toEqual({ rows: [safe, { tags: ['a␛'], also: ['b'] }] });
  expect(plain.rows[0]).toBe(safe);
  expect(plainResult(safe)).toBe(safe);
  expect(whole.rows[1]).toBe(unsafe);
  expect(unsafe.tags).toEqual(['a\u001b']);
});

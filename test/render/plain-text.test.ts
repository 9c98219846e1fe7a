import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainResult } from '../../src/plain-text.ts';

const text = fc.constantFrom('peace', 'a\u001b[31mb', 'two\nlines', 'constructor', '', '\u202e');
const value = fc.oneof(
  text,
  fc.array(text, { maxLength: 2 }),
  fc.integer(),
  fc.constant(undefined),
);
const row = fc.dictionary(fc.oneof(text, fc.constantFrom('id', 'title')), value, { maxKeys: 3 });

it('a row is made plain whatever the rows before it say', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      expect(plainResult(rows)).toEqual(rows.flatMap((each) => plainResult([each])));
    }),
  );
});

it('a row that repeats the one before is checked where it differs', () => {
  const rows = [
    { title: 'peace', tags: ['a'] },
    { title: 'peace', tags: ['a\u001b'] },
    { title: 'peace', tags: ['a'], '\u202ekey': 'peace' },
  ];
  const plain = JSON.stringify(plainResult(rows));
  expect(plain).toBe(
    '[{"title":"peace","tags":["a"]},{"title":"peace","tags":["a␛"]},{"title":"peace","tags":["a"],"�key":"peace"}]',
  );
});

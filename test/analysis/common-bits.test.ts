import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import wabt from 'wabt';
import {
  commonBitsModule,
  countedBits,
  type CountedBits,
  inJavaScript,
} from '../../src/analysis/common-bits.ts';

it('counts common bits with the module that its text says', async () => {
  const path = 'src/analysis/common-bits.wat';
  const { parseWat } = await wabt();
  const module = parseWat(path, readFileSync(path, 'utf8'));
  module.validate();
  expect(commonBitsModule).toBe(Buffer.from(module.toBinary({}).buffer).toString('base64'));
});

it('counts the same in WebAssembly and in JavaScript', () => {
  expect(String(countedBits(8).countCommonBits)).toContain('native code');
  const size = fc.integer({ min: 0, max: 5 }).map((words) => words * 8);
  const given = size.chain((bytes) =>
    fc.tuple(fc.constant(bytes), fc.uint8Array({ minLength: bytes * 4, maxLength: bytes * 4 })),
  );
  fc.assert(
    fc.property(given, ([bytes, values]) => {
      const countWith = ({ bits, countCommonBits, countPartedBits }: CountedBits) => {
        bits.set(values);
        return [
          countCommonBits(0, bytes, bytes),
          countCommonBits(bytes, bytes, bytes),
          countPartedBits(0, bytes * 2, bytes, bytes),
        ];
      };
      const counted = countWith(countedBits(values.length));
      expect(counted).toEqual(countWith(inJavaScript(values.length)));
      const own = [...values.subarray(bytes, bytes * 2)].map((byte) => byte.toString(2));
      expect(counted[1]).toBe(own.join('').replaceAll('0', '').length);
    }),
  );
});

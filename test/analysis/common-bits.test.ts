import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import wabt from 'wabt';
import { commonBitsModule } from '../../src/analysis/common-bits.ts';

it('counts common bits with the module that its text says', async () => {
  const path = 'src/analysis/common-bits.wat';
  const { parseWat } = await wabt();
  const module = parseWat(path, readFileSync(path, 'utf8'));
  module.validate();
  expect(commonBitsModule).toBe(Buffer.from(module.toBinary({}).buffer).toString('base64'));
});

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isStale } from '../../scripts/stamp.mjs';

it('the program under test is made of these sources', () => {
  expect(isStale(fileURLToPath(new URL('../..', import.meta.url)))).toBe(false);
});

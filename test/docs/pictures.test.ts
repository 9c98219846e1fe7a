import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { align } from '../cli/align.ts';

it('the picture of a trend is what the command beside it draws', async () => {
  const { stdout } = await align(['trend', 'usa', 'uk', '-f', 'svg']);
  const picture = readFileSync(new URL('../../docs/trend.svg', import.meta.url), 'utf8');
  expect(picture, 'align trend usa uk -o docs/trend.svg').toBe(stdout);
});

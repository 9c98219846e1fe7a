import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hostileFolder } from './hostile.ts';
import { invocations, runHere } from './invocations.ts';

const folder = hostileFolder();
const onScreens = new Set(['table', 'text']);
/** They have nothing to set off. */
const withoutColour = new Set(['cite', 'validate']);

describe('in colour every answer has the same letters as without', () => {
  it.each(
    invocations()
      .filter(({ format }) => onScreens.has(format))
      .map(({ argv, command }) => [argv.join(' '), argv, command] as const),
  )('%s', async (_, argv, command) => {
    const env = { COLUMNS: '100' };
    const plain = await runHere([...argv, '--no-color'], folder, env);
    const coloured = await runHere([...argv, '--color'], folder, env);
    if (!withoutColour.has(command)) expect(coloured.out).not.toBe(plain.out);
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
  });
});

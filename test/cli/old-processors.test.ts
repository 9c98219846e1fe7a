import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));

/** What makes V8 take the machine for one without vectors. */
const withoutVectors = ['--no-enable-sse4-1', '--no-enable-ssse3'];

it.runIf(process.arch === 'x64')('a processor without vectors gives the same answer', async () => {
  const run = (...flags: string[]) =>
    execa(process.execPath, [...flags, bin, 'score', 'china', 'russia', '-f', 'json']);
  const [modern, old] = await Promise.all([run(), run(...withoutVectors)]);
  expect(old.stdout).toBe(modern.stdout);
});

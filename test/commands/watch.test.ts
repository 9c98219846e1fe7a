import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchCatalogs } from '../../src/cli/watch-catalogs.ts';
import { UserError } from '../../src/errors.ts';

/** What is written by a watch whose third round is the last. */
async function written(clears: boolean, isTTY: boolean): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'align-watch-'));
  const file = join(cwd, 'a\u001b[31m.yaml');
  writeFileSync(file, '');
  let out = '';
  const write = (text: string | Uint8Array) => (out += String(text));
  const stream = { write, isTTY };
  const io = { stdout: stream, stderr: stream, env: {}, cwd };
  let round = 0;
  const settings = { clears, debug: false, warn: (text: string) => write(`${text}\n`) };
  const watch = watchCatalogs(
    () => ({ names: [file], files: [] }),
    io,
    settings,
    async () => {
      write(`round ${++round}\n`);
      writeFileSync(file, '#'.repeat(round));
      if (round === 2) throw new UserError('not now');
      if (round === 3) throw new Error('the end');
      return [];
    },
  );
  await expect(watch).rejects.toThrow('the end');
  return out;
}

const rounds = (clear: string) =>
  [
    `${clear}round 1`,
    'align: watching for changes; Ctrl-C ends it',
    `${clear}align: changed: a␛[31m.yaml`,
    'round 2',
    'align: not now',
    'align: watching for changes; Ctrl-C ends it',
    `${clear}align: changed: a␛[31m.yaml`,
    'round 3',
    '',
  ].join('\n');

it('gives each round of a watch a window to itself on a terminal', async () => {
  expect(await written(true, true)).toBe(rounds('\u001b[2J\u001b[H'));
});

it.each([
  ['elsewhere', true, false],
  ['where the result goes to a file', false, true],
])('clears nothing %s', async (_, clears, isTTY) => {
  expect(await written(clears, isTTY)).toBe(rounds(''));
});

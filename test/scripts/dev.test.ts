import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { runHere } from '../render/invocations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it.each([
  ['an answer', ['score', 'china', 'russia', '--to', '2020-10-21', '-f', 'markdown']],
  ['a refusal', ['score', 'china', 'chnia']],
])('the command line runs from source: %s', async (_, argv) => {
  const { code, out, err } = await runHere(argv, root);
  const running = execa(process.execPath, [join(root, 'scripts/dev.mjs'), ...argv], {
    cwd: root,
    extendEnv: false,
    env: { PATH: process.env['PATH'] ?? '', ALIGN_CACHE: 'off' },
    reject: false,
    stripFinalNewline: false,
  });
  expect(await running).toMatchObject({ exitCode: code, stdout: out, stderr: err });
  const bundle = join(root, 'node_modules', '.cache', `align-dev-${running.pid}.mjs`);
  expect(existsSync(bundle)).toBe(false);
});

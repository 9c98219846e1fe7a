import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const cwd = mkdtempSync(join(tmpdir(), 'align-library-'));
mkdirSync(join(cwd, 'node_modules'));
symlinkSync(root, join(cwd, 'node_modules', 'align-cli'), 'dir');
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function run(script: string) {
  const file = join(cwd, 'example.mjs');
  writeFileSync(file, script);
  const { stdout, stderr } = await execa(process.execPath, [file], {
    cwd,
    extendEnv: false,
    env: { PATH: process.env['PATH'] ?? '' },
    stripFinalNewline: false,
  });
  return { stdout, stderr };
}

/** Blocks marked `js`, each with the block marked `text` right after it: what it prints. */
function examplesOf(markdown: string) {
  return [...markdown.matchAll(/^```js\n([^]*?)^```\n\n```text\n([^]*?)^```$/gmu)].map(
    ([, script = '', output = ''], i) => ({ number: i + 1, script, output }),
  );
}

describe.each(['docs/library.md', 'docs/methods.md'])('every script in %s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const examples = examplesOf(text);

  it('has its output after it', () => {
    expect(examples).toHaveLength(text.match(/^```js$/gmu)?.length ?? 0);
    expect(examples.length).toBeGreaterThan(2);
  });

  it.each(examples)('$number prints what the page says', async ({ script, output }) => {
    expect(await run(script)).toEqual({ stdout: output, stderr: '' });
  });
});

it('importing the library does nothing else', async () => {
  const { stdout, stderr } = await run(`
    const state = () => JSON.stringify([
      process.eventNames().map(String).sort(), process.exitCode ?? null,
      // The validation library keeps its registry there.
      Object.keys(globalThis).filter((key) => !key.startsWith('__zod')).sort(),
      Object.keys(process.env).length,
    ]);
    const before = state();
    const library = await import('align-cli');
    console.log(state() === before, Object.keys(library).includes('scoreDyad'));
  `);
  expect({ stdout, stderr }).toEqual({ stdout: 'true true\n', stderr: '' });
});

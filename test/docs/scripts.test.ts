import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';
import * as core from '../../src/core.ts';
import * as library from '../../src/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A project that has installed the package, and Node's types. */
const cwd = mkdtempSync(join(tmpdir(), 'align-library-'));
mkdirSync(join(cwd, 'node_modules'));
symlinkSync(root, join(cwd, 'node_modules', 'align-cli'), 'dir');
symlinkSync(join(root, 'node_modules', '@types'), join(cwd, 'node_modules', '@types'), 'dir');
writeFileSync(join(cwd, 'package.json'), '{"type": "module"}');
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

/** What the compiler says of some scripts, with all that this project itself is held to. */
async function compile(scripts: readonly string[], options: object = {}): Promise<string> {
  const project = mkdtempSync(join(cwd, 'types-'));
  scripts.forEach((script, i) => writeFileSync(join(project, `example-${i + 1}.ts`), script));
  const compilerOptions = { rootDir: '/', skipLibCheck: false, ...options };
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = await execa(process.execPath, [tsc, '-p', project], { reject: false });
  return stdout;
}

/** Blocks marked `js`, each with the block marked `text` right after it: what it prints. */
function examplesOf(markdown: string) {
  return [...markdown.matchAll(/^```js\n([^]*?)^```\n\n```text\n([^]*?)^```$/gmu)].map(
    ([, script = '', output = ''], i) => ({ number: i + 1, script, output }),
  );
}

const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

describe.each(['docs/library.md', 'docs/methods.md'])('every script in %s', (page) => {
  const text = textOf(page);
  const examples = examplesOf(text);

  it('has its output after it', () => {
    expect(examples).toHaveLength(text.match(/^```js$/gmu)?.length ?? 0);
    expect(examples.length).toBeGreaterThan(2);
  });

  it.each(examples)('$number prints what the page says', async ({ script, output }) => {
    expect(await run(script)).toEqual({ stdout: output, stderr: '' });
  });
});

describe('types of the library', () => {
  const scripts = examplesOf(textOf('docs/library.md')).map(({ script }) => script);

  it('let every example compile as strict TypeScript', async () => {
    expect(await compile(scripts)).toBe('');
  });

  it('let no example pass that is wrong', async () => {
    const wrong = `import { findMeasure } from 'align-cli';\nexport const name: number = findMeasure('s')?.name;\n`;
    expect(await compile([wrong])).toMatch(/example-1\.ts\(2,14\): error TS2322/m);
  });

  it('of the core ask for nothing of Node', async () => {
    const script = `import * as core from 'align-cli/core';\nexport const ids: readonly string[] = core.measures.map(({ id }) => id);\n`;
    expect(await compile([script], { types: [], lib: ['es2023', 'dom'] })).toBe('');
  });

  it('are those of all that its page shows, and its page shows all', () => {
    const shown = new Set(scripts.join('\n').match(/\w+/g));
    expect(Object.keys(library).filter((name) => !shown.has(name))).toEqual([]);
  });
});

it('what the core has not is named at the beginning of the page', () => {
  const [, first = ''] = textOf('docs/library.md').split('\n\n');
  const named = new Set(first.match(/\w+/g));
  const beside = Object.keys(library).filter((name) => !(name in core));
  expect(beside.length).toBeGreaterThan(10);
  expect(beside.filter((name) => !named.has(name) && !name.startsWith('bundled'))).toEqual([]);
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

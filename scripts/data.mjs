import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { replaceFolder } from './folders.mjs';
import { hashOf } from './stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache');
const stampFile = 'stamp';

/** What the project itself has to say on how its data are compiled, and a hash of that and of the data. */
async function openCompiler() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
    format: 'esm',
    stdin: {
      contents: `export * from './src/bundle/compile.ts'; export * from './src/policy/json-schemas.ts';`,
      resolveDir: root,
    },
    packages: 'external',
    write: false,
  });
  const code = outputFiles[0].contents;
  const hash = createHash('sha256')
    .update(code)
    .update(hashOf(root, ['data', 'package-lock.json']));
  return { code, stamp: hash.digest('hex') };
}

async function compilerOf(code) {
  mkdirSync(cache, { recursive: true });
  // Beside the packages it imports, and not where a build at the same time may remove it.
  const folder = mkdtempSync(join(cache, 'align-compile-'));
  const file = join(folder, 'compile.mjs');
  writeFileSync(file, code);
  const compiler = await import(pathToFileURL(file).href);
  rmSync(folder, { recursive: true });
  return compiler;
}

/**
 * Makes the data that the program reads and the JSON Schemas, unless those in `to` are of the same sources.
 * No start pays for parsing YAML. Returns what they were made with, if they were.
 */
export async function makeData(to = join(root, 'dist', 'data')) {
  const { code, stamp } = await openCompiler();
  const known = join(to, stampFile);
  if (existsSync(known) && readFileSync(known, 'utf8') === stamp) return undefined;
  const compiler = await compilerOf(code);
  mkdirSync(dirname(to), { recursive: true });
  const work = mkdtempSync(join(root, '.build-data-'));
  try {
    compiler.compileData(join(root, 'data'), join(work, 'data'));
    compiler.writeSchemas(join(root, 'data', 'schema'));
    writeFileSync(join(work, 'data', stampFile), stamp);
    replaceFolder(join(work, 'data'), to);
    return compiler;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

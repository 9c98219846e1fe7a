import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const node = { bundle: true, platform: 'node', target: 'node20.19', logLevel: 'warning' };
const work = mkdtempSync(join(tmpdir(), 'align-build-'));
chmodSync(work, 0o755);

/** Bundled YAML becomes JSON, so that no start pays for parsing it, and schemas become JSON Schema. */
async function compileData() {
  // Beside the packages it imports, and not where a build at the same time may remove it.
  const compiler = join('node_modules', '.cache', `align-compile-${process.pid}.mjs`);
  await build({
    ...node,
    format: 'esm',
    entryPoints: ['src/compile.ts'],
    outfile: compiler,
    packages: 'external',
  });
  const { compileData: compile, writeSchemas } = await import(resolve(compiler));
  rmSync(compiler);
  compile('data', join(work, 'data'));
  writeSchemas(join('data', 'schema'));
}

/**
 * The command line: every lazily imported module becomes a CommonJS file of its own with all it needs.
 * That starts faster than ES modules that share chunks: no loader to set up, and few files to find.
 */
async function bundleCli() {
  const queue = ['src/cli/bin.ts'];
  const nameOf = (file) =>
    relative('src', file).replace(/\.ts$/, '').replaceAll(/[/\\]/g, '-').concat('.cjs');
  const lazyImports = {
    name: 'lazy-imports',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = relative('.', resolve(resolveDir, path));
        if (!queue.includes(file)) queue.push(file);
        return { path: `./${nameOf(file)}`, external: true };
      }),
  };
  for (const file of queue) {
    await build({
      ...node,
      format: 'cjs',
      entryPoints: [file],
      outfile: join(work, 'cli', nameOf(file)),
      minify: true,
      keepNames: true,
      plugins: [lazyImports],
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'align$url' },
      banner: { js: "const align$url = require('node:url').pathToFileURL(__filename).href;" },
    });
  }
}

/** The library, for `import { scoreDyad } from 'align-cli'`. */
async function bundleLibrary() {
  await build({
    ...node,
    format: 'esm',
    entryPoints: ['src/index.ts'],
    outfile: join(work, 'index.js'),
    packages: 'external',
  });
  const tsc = 'node_modules/typescript/bin/tsc';
  execFileSync(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--outDir', join(work, 'types')],
    { stdio: 'inherit' },
  );
}

await compileData();
await bundleCli();
await bundleLibrary();
// Whoever runs the program meanwhile finds the old build or the new one.
rmSync('dist', { recursive: true, force: true });
try {
  renameSync(work, 'dist');
} catch {
  cpSync(work, 'dist', { recursive: true });
  rmSync(work, { recursive: true });
}

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { makeData } from './data.mjs';
import { replaceFolder } from './folders.mjs';
import { stampOf } from './stamp.mjs';

const node = { bundle: true, platform: 'node', target: 'node20.19', logLevel: 'warning' };
// What is edited from now on is not in this build.
const stamp = stampOf('.');
// Beside `dist`, so that it can be moved there in one go.
const work = mkdtempSync('.build-');
chmodSync(work, 0o755);
// Nothing is left of it by then, unless the build failed.
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/**
 * Each file of the command line is a function that `bin/align.js` calls as `require` would; to
 * `require` it is a module like any other. Text put around it at start-up would be copied then.
 */
const wrapped = [
  '(load=>this===globalThis?load:load(exports,require,module,__filename,__dirname))(function(exports,require,module,__filename,__dirname){',
  '})',
];

/** Packages that users install only if they need them. */
const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const isOptional = (path) => Object.hasOwn(peerDependencies, path);

/**
 * The command line: every lazily imported module or package becomes a CommonJS file of its own with all
 * it needs.
 * That starts faster than ES modules that share chunks: no loader to set up, and few files to find.
 */
async function bundleCli(toAscii) {
  const queue = ['src/cli/bin.ts'];
  const nameOf = (entry) =>
    entry
      .replace(/^src[/\\](.*)\.ts$/, '$1')
      .replaceAll(/[/\\]/g, '-')
      .concat('.cjs');
  const lazyImports = {
    name: 'lazy-imports',
    setup: ({ onResolve }) =>
      onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
        if (isOptional(path)) return { path, external: true };
        if (kind !== 'dynamic-import' || path.startsWith('node:')) return undefined;
        const entry = path.startsWith('.') ? relative('.', resolve(resolveDir, path)) : path;
        if (!queue.includes(entry)) queue.push(entry);
        return { path: `./${nameOf(entry)}`, external: true };
      }),
  };
  // It starts subcommands that are programs of their own, of which there are none here.
  const withoutChildProcess = {
    name: 'commander-without-child-process',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
        importer.includes(join('node_modules', 'commander'))
          ? { path, namespace: 'none' }
          : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
  for (const entry of queue) {
    const outfile = join(work, 'cli', nameOf(entry));
    await build({
      ...node,
      format: 'cjs',
      entryPoints: [entry],
      outfile,
      minifySyntax: true,
      minifyWhitespace: true,
      plugins: [lazyImports, withoutChildProcess],
      supported: { 'dynamic-import': false },
      define: { 'import.meta.dirname': '__dirname' },
      banner: { js: wrapped[0] },
      footer: { js: wrapped[1] },
    });
    // The bundler leaves other characters in regular expressions; one of them doubles the file in memory.
    writeFileSync(outfile, toAscii(readFileSync(outfile, 'utf8')));
  }
}

/** The library, for `import { scoreDyad } from 'align-cli'`, and the part of it that runs in browsers. */
async function bundleLibrary() {
  await build({
    ...node,
    format: 'esm',
    entryPoints: ['src/index.ts', 'src/core.ts'],
    outdir: work,
    splitting: true,
    chunkNames: 'library/[name]-[hash]',
    packages: 'external',
  });
  const tsc = 'node_modules/typescript/bin/tsc';
  execFileSync(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--outDir', join(work, 'types')],
    { stdio: 'inherit' },
  );
}

/** Commands whose code is kept compiled: each keeps that of the files which those before it did not need. */
const frequent = [
  'score china russia',
  'score china russia -f json',
  'score china russia -f csv',
  'score china russia india',
  'explain china russia',
  'matrix usa china russia india',
  'rank china',
  'list issues',
  'validate data/catalogs/un-security-council.yaml',
];

function keepCompiledCode() {
  const script = "require('./bin/align.js').startAndKeep()";
  for (const command of frequent)
    execFileSync(process.execPath, ['-e', script, 'align', ...command.split(' ')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
}

const { toAscii } = await makeData(join(work, 'data'));
await bundleCli(toAscii);
await bundleLibrary();
writeFileSync(join(work, 'stamp'), stamp);
replaceFolder(work, 'dist');
keepCompiledCode();

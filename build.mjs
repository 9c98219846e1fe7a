import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outdir: 'dist',
  logLevel: 'warning',
};

// Country names in all languages are only needed to compile the data.
await build({ ...shared, entryPoints: ['src/compile.ts'], packages: 'external' });
const { compileData } = await import('./dist/compile.js');
compileData('data', 'dist/data');
rmSync('dist/compile.js');

await build({
  ...shared,
  entryPoints: { bin: 'src/cli/bin.ts', index: 'src/index.ts' },
  splitting: true,
  minify: true,
  keepNames: true,
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: {
    js: "import { createRequire as align$createRequire } from 'node:module';const require = align$createRequire(import.meta.url);",
  },
});
execFileSync('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeData } from './data.mjs';

/** Runs the command line from source: `npm run dev -- score china russia`. */

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = join(root, 'node_modules', '.cache', `align-dev-${process.pid}.mjs`);
await makeData();
await build({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
  sourcemap: 'inline',
  entryPoints: ['src/cli/bin.ts'],
  outfile,
  packages: 'external',
});
process.setSourceMapsEnabled(true);
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);

#!/usr/bin/env node
'use strict';

/**
 * Starts the program with the code that V8 made of its files when it was built, so that no start has to
 * compile them. Node 22 and later keep such code by themselves, from the first run on.
 */

const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const program = join(__dirname, '../dist/cli');
const entry = 'cli-bin.cjs';

/** Code made by one version of V8 is of no use to another. */
const kept = join(program, `v8-${process.versions.v8}-${process.arch}`);

const loaded = new Map();

function readKept(name) {
  try {
    return readFileSync(join(kept, name));
  } catch {
    return undefined;
  }
}

/** `require`, for the files of the program. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const filename = join(program, name);
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: readKept(name),
  });
  const module = { exports: {} };
  loaded.set(name, { module, script });
  const requireHere = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, requireHere, module, filename, program);
  return module.exports;
}

/** Does what the command line asks for. */
function start() {
  if (existsSync(kept)) return load(entry);
  require('node:module').enableCompileCache?.();
  return require(join(program, entry));
}

/** The same, then keeps the code of all files that this took. For the build. */
exports.startAndKeep = () => {
  process.on('exit', () => {
    mkdirSync(kept, { recursive: true });
    for (const [name, { script }] of loaded)
      if (!existsSync(join(kept, name))) writeFileSync(join(kept, name), script.createCachedData());
  });
  load(entry);
};

if (require.main === module) start();

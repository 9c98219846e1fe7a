import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scratch } from './support.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const registry = 'https://registry.npmjs.org/';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const shipped = locked.filter(([, { dev }]) => dev !== true);

describe('the lock file', () => {
  it('has a checksum of every package, and takes all of them from the registry', () => {
    const loose = locked.filter(
      ([, { integrity = '', resolved = registry }]) =>
        !integrity.startsWith('sha512-') || !resolved.startsWith(registry),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('has only licences that are listed in SECURITY.md and let anyone use what is shipped', () => {
    const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense'];
    const licences = new Set(shipped.map(([, { license }]) => license ?? 'none'));
    expect([...licences].filter((name) => !permissive.includes(name))).toEqual([]);
    const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    for (const name of licences) expect(page).toContain(name);
  });

  it('ships nothing that runs code when it is installed', () => {
    expect(
      shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
    ).toEqual([]);
  });
});

describe('the package', () => {
  const { folder, at } = scratch();

  it('runs in an empty project, with what it depends on and nothing else', () => {
    const npm = (...args: string[]) => execFileSync('npm', args, { cwd: root, encoding: 'utf8' });
    const packed = JSON.parse(
      // Without its scripts, which would build while other tests run what is built.
      npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder),
    ) as readonly [
      { readonly filename: string; readonly files: readonly { readonly path: string }[] },
    ];
    const [{ filename, files }] = packed;
    const stray = files
      .map(({ path }) => path)
      .filter((path) => /^(?:src|test|node_modules|\.)/.test(path));
    expect(stray).toEqual([]);

    // As npm would install it, without asking a registry.
    const project = at('project');
    const target = join(project, 'node_modules', 'align-cli');
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', at(filename), '-C', target, '--strip-components=1']);
    for (const [path] of shipped.filter(([name]) => name.lastIndexOf('node_modules/') === 0)) {
      const link = join(project, path);
      mkdirSync(join(link, '..'), { recursive: true });
      symlinkSync(join(root, path), link);
    }
    expect(statSync(join(target, 'bin/align.js')).mode & 0o111).not.toBe(0);
    writeFileSync(join(project, 'package.json'), '{"type": "module"}');
    const run = (...args: string[]) =>
      execFileSync(process.execPath, args, {
        cwd: project,
        encoding: 'utf8',
        env: { ALIGN_CACHE: 'off' },
      });
    const bin = 'node_modules/align-cli/bin/align.js';
    expect(run(bin, '--version').trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(run(bin, 'score', 'china', 'russia')).toContain('China – Russia');
    run(bin, 'init', 'mine');
    expect(run(bin, 'validate', 'mine')).toContain('nothing to complain about');
    expect(run(bin, 'report', 'china', 'russia', '-f', 'markdown')).toContain('China');
    expect(
      run('-e', 'import("align-cli").then((m) => console.log(m.version, m.bundledNames.length))'),
    ).toMatch(/^\d\S+ \d+\n$/);
    expect(readdirSync(project).sort()).toEqual(['mine', 'node_modules', 'package.json']);
  }, 120_000);
});

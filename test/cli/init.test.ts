import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { align } from './align.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'align-init-'));
});

test('writes a catalog that validates without warnings, and every next step it prints works', async () => {
  const { stdout, stderr, exitCode } = await align(['init', 'new place'], { cwd });
  expect([stderr, exitCode]).toEqual(['', 0]);
  expect(stdout).toContain('wrote new place/catalog.yaml');
  expect((await align(['validate', '--strict', 'new place/catalog.yaml'], { cwd })).exitCode).toBe(
    0,
  );
  const steps = [...stdout.matchAll(/^ {2}align (.*)$/gm)].map(([, step = '']) =>
    [...step.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
  expect(steps.map(([verb]) => verb)).toEqual(['validate', 'score', 'show']);
  for (const step of steps)
    expect(await align(step, { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
});

test('is scored: two of three issues alike, one half way apart', async () => {
  await align(['init'], { cwd });
  const { stdout } = await align(['score', 'china', 'russia', '-c', 'catalog.yaml', '-f', 'json'], {
    cwd,
  });
  const { alignment, coverage, depth } = JSON.parse(stdout) as Record<
    string,
    Record<string, number>
  >;
  // dam-2024: strongly-support (1) and neutral (0), 1 - 1/2; toll-2024 and assembly-12: the same.
  expect(alignment?.['value']).toBeCloseTo((0.5 + 1 + 1) / 3, 12);
  expect(coverage?.['joint']).toBe(3);
  expect(depth?.['coordinated']).toBe(1);
});

test('overwrites only with --force', async () => {
  writeFileSync(join(cwd, 'catalog.yaml'), 'mine');
  const { stdout, stderr, exitCode } = await align(['init'], { cwd });
  expect([stdout, exitCode]).toEqual(['', 2]);
  expect(stderr).toContain('catalog.yaml exists already\n  --force overwrites it');
  expect(readFileSync(join(cwd, 'catalog.yaml'), 'utf8')).toBe('mine');
  expect((await align(['init', '.', '--force'], { cwd })).exitCode).toBe(0);
  expect(readFileSync(join(cwd, 'catalog.yaml'), 'utf8')).toContain('catalog: my-catalog');
});

test('a file in the way of the directory is unusable', async () => {
  writeFileSync(join(cwd, 'taken'), '');
  const { stderr, exitCode } = await align(['init', 'taken/deep'], { cwd });
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^align: cannot make the directory taken\/deep/);
});

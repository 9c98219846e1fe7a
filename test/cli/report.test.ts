import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileFolder } from '../render/hostile.ts';
import { align } from './align.ts';

let folder: string;
beforeAll(() => {
  folder = hostileFolder();
});
afterAll(() => rm(folder, { recursive: true }));

/** All that a start tag of the name has between its angle brackets, in the order of the page. */
function startTags(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g'))].map(([tag]) => tag);
}

function contentOf(html: string, name: string): string {
  return new RegExp(`<${name}>([^]*?)</${name}>`).exec(html)?.[1] ?? '';
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe('align report', () => {
  test('writes the same page to stdout and to a file', async () => {
    const first = await align(['report', 'china', 'russia']);
    const second = await align(['report', 'china', 'russia', '-o', join(folder, 'report.html')]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(second).toMatchObject({ exitCode: 0, stderr: '', stdout: '' });
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(first.stdout);
  });

  test('leads with the verdict and says what it rests on', async () => {
    const { stdout } = await align(['report', 'russia', 'usa', '-t', 'sanctions']);
    const [heading] = /<h1>.*<\/h1>/.exec(stdout) ?? [];
    expect(heading).toMatch(/Russia and United States (?:are .*diver|tend to diverge)/);
    for (const id of [
      'topics',
      'partings',
      'depth',
      'interactions',
      'years',
      'drift',
      'neighbours',
    ])
      expect(stdout).toContain(`<section id="${id}"`);
  });

  test('allows its own style and script and nothing else', async () => {
    const { stdout } = await align(['report', '--matrix', 'china', 'russia', 'india']);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(stdout)?.[1] ?? '';
    const directives = policy.replaceAll('&#39;', "'").split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain(`style-src ${hashOf(contentOf(stdout, 'style'))}`);
    expect(directives).toContain(`script-src ${hashOf(contentOf(stdout, 'script'))}`);
    expect(stdout).not.toMatch(/\sstyle="/);
    expect(stdout).not.toMatch(/\ssrc="|@import|url\(/);
  });

  test('sources are numbered, linked and marked in the text', async () => {
    const { stdout } = await align(['report', 'china', 'russia']);
    const list = /<ol class="sources">([^]*?)<\/ol>/.exec(stdout)?.[1] ?? '';
    const links = startTags(list, 'a');
    expect(links.length).toBeGreaterThan(20);
    expect(links.every((link) => link.includes('rel="noopener noreferrer"'))).toBe(true);
    const ids = new Set([...list.matchAll(/<li id="([^"]*)"/g)].map(([, id]) => id));
    const marks = [...stdout.matchAll(/href="#(source-[^"]*)"/g)].map(([, id]) => id);
    expect(marks.length).toBeGreaterThan(100);
    expect(marks.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('a hostile catalog adds no element and no control character', async () => {
    const { stdout, exitCode } = await align(['report', 'china', 'russia', '-c', 'hostile.yaml'], {
      cwd: folder,
    });
    expect(exitCode).toBe(0);
    expect(startTags(stdout, 'script')).toEqual(['<script>']);
    expect(startTags(stdout, 'img')).toEqual([]);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\u2066-\u2069]/);
  });

  test.each(['topics', 'positions', 'interactions', 'trend', 'drift', 'matrix'])(
    'the chart %s is an SVG file with its style inside, the same in every run',
    async (chart) => {
      const file = `${chart}.svg`;
      const args = ['report', 'china', 'russia', '--chart', chart];
      await align([...args, '-o', file], { cwd: folder });
      const svg = await readFile(join(folder, file), 'utf8');
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"/);
      expect(svg).toContain('prefers-color-scheme:dark');
      expect(svg).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/);
      const { stdout } = await align([...args, '-f', 'svg']);
      expect(stdout).toBe(svg);
    },
  );

  test('another measure and a bloc make a report too', async () => {
    const kappa = await align(['report', 'china', 'quad', '-m', 'kappa']);
    expect(kappa).toMatchObject({ exitCode: 0, stderr: '' });
    expect(kappa.stdout).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/);
    const divergence = await align([
      'report',
      '--matrix',
      'china',
      'russia',
      'usa',
      '-m',
      'divergence',
    ]);
    const [closest] = /<p class="lead">.*?<b>/.exec(divergence.stdout) ?? [];
    expect(closest).toMatch(/China.*Russia|Russia.*China/);
  });

  test('one joint issue is enough for a page, none is exit 4', async () => {
    const thin = await align(['report', 'china', 'russia', '--issue', 'ladakh-2020']);
    expect(thin.exitCode).toBe(0);
    expect(thin.stdout).toContain('too thin for a verdict');
    expect(thin.stdout).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/);
    const none = await align(['report', 'china', 'tonga', '-t', 'cyber']);
    expect(none).toMatchObject({ exitCode: 4, stdout: '' });
  });

  test.each([
    [['report', 'china']],
    [['report']],
    [['report', 'china', 'china']],
    [['report', 'china', 'russia', '-f', 'svg']],
    [['report', 'china', 'russia', '--chart', 'topics']],
    [['report', 'china', 'russia', '--chart', 'pie', '-f', 'svg']],
    [['report', '--matrix', 'china']],
  ])('%j is a mistake in usage', async (args) => {
    const { exitCode, stdout, stderr } = await align(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^align: /);
  });
});

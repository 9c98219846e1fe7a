import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Example {
  readonly command: string;
  /** Lines expected on stdout; a line `...` stands for any number of lines. */
  readonly output: readonly string[];
}

/** Commands with their output from the fenced blocks marked `console`: `$ command`, then what it prints. */
function examplesOf(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map(([, body = '']) => body);
  return blocks.flatMap((body) =>
    body
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...output] = part.trimEnd().split('\n');
        return { command, output };
      }),
  );
}

/** Files that a page shows: fenced blocks whose first line is a comment with the file's name. */
function filesOf(markdown: string): readonly (readonly [name: string, text: string])[] {
  return [...markdown.matchAll(/^```(?:yaml|csv)\n(# ([\w-]+\.(?:yaml|csv))\n.*?)^```$/gms)].map(
    ([, text = '', name = '']) => [name, text],
  );
}

/** A folder with `align` on the path, in which the examples of one page run one after another. */
function workshop(): { cwd: string; env: Record<string, string> } {
  const cwd = mkdtempSync(join(tmpdir(), 'align-docs-'));
  const bin = mkdtempSync(join(tmpdir(), 'align-bin-'));
  writeFileSync(join(bin, 'align'), `#!/bin/sh\nexec node "${join(root, 'bin/align.js')}" "$@"\n`);
  chmodSync(join(bin, 'align'), 0o755);
  return { cwd, env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, COLUMNS: '80' } };
}

function toPattern(output: readonly string[]): RegExp {
  const escaped = output.map((line) =>
    line.trim() === '...' ? '(?:.*\\n)*?' : `${line.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}\n`,
  );
  return new RegExp(`^${escaped.join('')}\\n*$`);
}

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const)
  .filter(([, text]) => examplesOf(text).length > 0);

describe.each(pages)('every console example in %s prints what it says', (_, text) => {
  const { cwd, env } = workshop();
  for (const [name, content] of filesOf(text)) writeFileSync(join(cwd, name), content);
  it.each(examplesOf(text))('$command', async ({ command, output }) => {
    const { stdout } = await execa('bash', ['-c', command], {
      cwd,
      env,
      extendEnv: false,
      reject: false,
      stripFinalNewline: false,
    });
    expect(stdout.replaceAll('\r\n', '\n')).toMatch(toPattern(output));
  });
});

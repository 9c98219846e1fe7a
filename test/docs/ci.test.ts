import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');

interface Block {
  readonly language: string;
  /** Name of the file, where the first line is a comment that says it. */
  readonly file: string | undefined;
  readonly text: string;
}

const blocks: readonly Block[] = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language = '', text = '']) => ({
    language,
    file: /^# (\S+\.\w+)\n/.exec(text)?.[1],
    text,
  }),
);

interface Step {
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

type Pipeline = Readonly<Record<string, { readonly script?: readonly string[] }>>;

const contentOf = (file: string): unknown =>
  parse(blocks.find((block) => block.file === file)?.text ?? '');

/** A repository with every file of the page, `align` on the path, and stand-ins for what it calls. */
function repository(): { cwd: string; env: Record<string, string> } {
  const cwd = mkdtempSync(join(tmpdir(), 'align-ci-'));
  for (const { file, text } of blocks) {
    if (file === undefined) continue;
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
  const bin = mkdtempSync(join(tmpdir(), 'align-ci-bin-'));
  const put = (name: string, body: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  put('align', `exec node "${join(root, 'bin/align.js')}" "$@"`);
  for (const name of ['npm', 'gh', 'git']) put(name, `echo ${name} "$@" >> "${cwd}/calls"`);
  const env = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
  };
  return { cwd, env };
}

const { cwd, env } = repository();

async function shell(script: string): Promise<void> {
  const { exitCode, stderr, stdout } = await execa('bash', ['--norc', '-e', '-c', script], {
    cwd,
    env,
    extendEnv: false,
    reject: false,
  });
  expect(exitCode, `${script}\n${stdout}\n${stderr}`).toBe(0);
}

// Each starts the program several times.
const slow = { timeout: 240_000 };

const made = (...files: string[]) => {
  for (const file of files) expect(existsSync(join(cwd, file)), file).toBe(true);
};

// In the order of the page: the baseline is recorded before anything is checked.
const [record = '', ...others] = blocks
  .filter(({ language, file }) => language === 'sh' && file === undefined)
  .map(({ text }) => text);

it('the baseline of the page is recorded beside its policy', slow, async () => {
  await shell(record);
  made('alignment/watch.baseline.json');
});

it('the workflow for GitHub runs', slow, async () => {
  const { jobs } = contentOf('.github/workflows/alignment.yml') as Workflow;
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(runs.length).toBeGreaterThan(3);
  for (const run of runs) await shell(run);
  made('comment.md', 'report/china-russia.html', 'report/china-russia.csv', 'report/matrix.csv');
  expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('What we rely on');
});

it('the workflow for catalogs runs, and makes the file that is uploaded', slow, async () => {
  const { jobs } = contentOf('.github/workflows/catalogs.yml') as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  await shell('align init catalogs');
  for (const { run } of steps) if (run !== undefined) await shell(run);
  const file = steps.find((step) => step.with?.['sarif_file'] !== undefined)?.with?.['sarif_file'];
  const log = JSON.parse(readFileSync(join(cwd, String(file)), 'utf8')) as { version: string };
  expect(log.version).toBe('2.1.0');
});

it('the pipeline for GitLab runs', slow, async () => {
  const jobs = contentOf('.gitlab-ci.yml') as Pipeline;
  const scripts = Object.values(jobs).flatMap(({ script }) => (script ? [script.join('\n')] : []));
  expect(scripts).toHaveLength(2);
  for (const script of scripts) await shell(script);
  expect(readFileSync(join(cwd, 'alignment.xml'), 'utf8')).toContain('failures="0" errors="0"');
});

it('the other shell examples run', slow, async () => {
  expect(others.length).toBeGreaterThan(1);
  for (const script of others) await shell(script);
  made('report/check.md', 'check.json');
});

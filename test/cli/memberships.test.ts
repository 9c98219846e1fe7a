import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.ts';
import { align } from './align.ts';

const catalog = `catalog: pacts
title: Pacts
sources: {u: {title: U}}
topics: {war: War, memberships: Memberships}
issues:
  - {id: war, title: War, topic: war, date: 2020, sources: [u], positions: {china: support, russia: support, india: oppose}}
  - {id: membership-sco, title: SCO membership, topic: memberships, date: 2020, scale: membership, sources: [u], positions: {china: member, russia: member, india: associated}}
  - {id: membership-cis, title: CIS membership, topic: memberships, date: 2020, scale: membership, sources: [u], positions: {china: outside, russia: member, india: outside}}
`;
const cwd = mkdtempSync(join(tmpdir(), 'align-memberships-'));
writeFileSync(join(cwd, 'pacts.yaml'), catalog);
writeFileSync(
  join(cwd, 'policy.yaml'),
  'title: P\ncatalogs: [pacts.yaml]\nassertions:\n  - {id: pact, between: [china, russia], topic: memberships, atLeast: 0.5}\n',
);
writeFileSync(join(cwd, 'weights.yaml'), 'issues: {membership-sco: 2}\n');

const ask = (...args: string[]) => align([...args, '-c', 'pacts.yaml'], { cwd });

describe('a selection of memberships alone', () => {
  it.each([
    [['score', 'china', 'russia']],
    [['score', 'china', 'russia', 'india']],
    [['explain', 'china', 'russia']],
    [['rank', 'china']],
    [['matrix']],
    [['matrix', 'china', 'russia']],
    [['report', 'china', 'russia', '-o', 'out.html']],
    [['report', '--matrix', '-o', 'out.html']],
  ])('%j ends with 4 and names them', async (args) => {
    for (const selection of [
      ['-t', 'memberships'],
      ['--issue', 'membership-sco', 'membership-cis'],
    ]) {
      const { stdout, stderr, exitCode } = await ask(...args, ...selection);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 4 });
      expect(stderr).toContain('SCO membership (membership-sco)');
      expect(stderr).toContain('CIS membership (membership-cis)');
    }
  });

  it('is no evidence for an assertion, which says so', async () => {
    const { stdout, exitCode } = await align(['check', 'policy.yaml'], { cwd });
    expect(exitCode).toBe(4);
    expect(stdout).toContain('memberships only');
  });
});

describe('beside a score', () => {
  it('they are in JSON, and in no number and no row', async () => {
    const { stdout } = await ask('score', 'china', 'russia', '-f', 'json');
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(result).toMatchObject({
      coverage: { issues: 1, a: 1, b: 1, joint: 1 },
      topics: [{ id: 'war', joint: 1 }],
      memberships: {
        both: [{ id: 'membership-sco', title: 'SCO', since: '2020-01-01' }],
        a: [],
        b: [{ id: 'membership-cis', title: 'CIS' }],
      },
    });
    const rows = parse((await ask('score', 'china', 'russia', '-f', 'csv')).stdout) as unknown[];
    expect(rows).toHaveLength(2);
    const matrix = JSON.parse((await ask('matrix', '-f', 'json')).stdout) as {
      dyads: { n: number }[];
    };
    expect(matrix.dyads.map(({ n }) => n)).toEqual([1, 1, 1]);
  });

  it('they have a line in the table and in Markdown, and associates only if all is asked for', async () => {
    const { stdout } = await ask('score', 'china', 'russia');
    expect(stdout).toMatch(/Memberships +both SCO · only Russia CIS\n/);
    const markdown = await ask('score', 'china', 'russia', '-f', 'markdown');
    expect(markdown.stdout).toContain('- Memberships: both SCO · only Russia CIS');
    const some = await ask('score', 'china', 'india');
    expect(some.stdout).toMatch(/Memberships +only China SCO\n/);
    const full = await ask('score', 'china', 'india', '--full');
    expect(full.stdout).toMatch(/Memberships +only China SCO · only India associated SCO\n/);
    const none = await ask('score', 'china', 'russia', '-t', 'war');
    expect(none.stdout).not.toContain('Memberships');
  });

  it('they have a part of their own in the report', async () => {
    const { stdout } = await ask('report', 'china', 'russia', '-o', '-', '-f', 'html');
    expect(stdout).toContain('<h2 id="memberships-title">Memberships</h2>');
    expect(stdout.replaceAll(/<[^>]+>/g, '')).toMatch(/Both belong to the SCO.*Russia belongs to/);
  });

  it('they take no weight', async () => {
    const { stderr, exitCode } = await ask('score', 'china', 'russia', '--weights', 'weights.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"membership-sco" is a membership');
  });
});

it('lists and citations still have them', async () => {
  expect((await ask('list', 'issues')).stdout).toContain('membership-cis');
  expect((await ask('show', 'membership-cis')).stdout).toContain('CIS membership');
  expect((await ask('cite', '-t', 'memberships')).stdout).toContain('“U.”');
  expect((await align(['validate', 'pacts.yaml'], { cwd })).exitCode).toBe(0);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { align } from './align.ts';

const cwd = mkdtempSync(join(tmpdir(), 'align-combine-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const run = (...args: string[]) => align(args, { cwd });
const both = ['-c', 'mine.yaml', 'yours.yaml'];

const positions = 'positions: {China: support, Russia: oppose, USA: strongly-oppose}';
const catalog = (id: string, security: string, bloc: string) => `catalog: ${id}
title: ${id}
sources: {paper: {title: A paper of ${id}}, shared: {title: One and the same}}
topics: {security: ${security}, trade: Trade}
scales: {three: [no, ${id}, yes]}
groups: {quad: {title: The ${id} quad, members: ${bloc}}, two: [China, Russia]}
issues:
  - {id: ${id}-a, title: A, topic: security, date: 2020, ${positions}, sources: [paper, shared]}
  - {id: ${id}-b, title: B, topic: [security, trade], date: 2021, scale: three, positions: {China: no, Russia: ${id}}, sources: [paper]}
`;

beforeAll(() => {
  writeFileSync(join(cwd, 'mine.yaml'), catalog('mine', 'Arms', '[China, India]'));
  writeFileSync(join(cwd, 'yours.yaml'), catalog('yours', 'Borders', '[USA, Japan]'));
  writeFileSync(join(cwd, 'heavy.yaml'), 'topics: {security: 2}\n');
  writeFileSync(join(cwd, 'apart.yaml'), 'topics: {mine/security: 2}\n');
  writeFileSync(
    join(cwd, 'votes.csv'),
    'resolution,date,ms_code,ms_vote,subjects\nr1,2020-01-01,CHN,Y,Security\nr1,2020-01-01,RUS,N,Security\nr2,2020-02-01,CHN,Y,Trade\nr2,2020-02-01,RUS,Y,Trade\n',
  );
});

const scoreOf = async (...args: string[]) => {
  const { stdout, stderr } = await run('score', 'china', 'russia', ...args, '-f', 'json');
  expect(stderr).toBe('');
  return JSON.parse(stdout) as {
    coverage: { joint: number };
    topics: { id: string; title: string; joint: number }[];
    sources: { id: string; title: string }[];
  };
};

describe('catalogs that mean different things by one id', () => {
  it('are each loaded with their own, and share what is the same', async () => {
    expect((await run('validate', 'mine.yaml', 'yours.yaml')).stdout).toContain(
      'nothing to complain about',
    );
    const { coverage, topics } = await scoreOf(...both);
    expect(coverage.joint).toBe(4);
    expect(topics.map(({ id, title, joint }) => [id, title, joint]).sort()).toEqual([
      ['mine/security', 'Arms', 2],
      ['trade', 'Trade', 2],
      ['yours/security', 'Borders', 2],
    ]);
    const cited = await run('cite', 'china', 'russia', ...both, '-f', 'json');
    for (const part of ['A paper of mine', 'A paper of yours', 'One and the same'])
      expect(cited.stdout).toContain(part);
  });

  it('are asked by the qualified id; the bare one is refused with the candidates', async () => {
    expect((await scoreOf(...both, '-t', 'mine/security')).coverage.joint).toBe(2);
    for (const args of [
      [...both, '-t', 'security'],
      [...both, '--weights', 'heavy.yaml'],
    ]) {
      const { exitCode, stderr } = await run('score', 'china', 'russia', ...args);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('say which: mine/security, yours/security');
    }
    expect((await scoreOf(...both, '--weights', 'apart.yaml')).coverage.joint).toBe(4);
    // One catalog alone has nothing to keep apart.
    expect((await scoreOf('-c', 'mine.yaml', '-t', 'security')).coverage.joint).toBe(2);
  });

  it('have blocs of their own, and those that are alike together', async () => {
    const refused = await run('score', 'russia', 'quad', ...both);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('say which: mine/quad, yours/quad');
    const mine = await run('score', 'russia', 'mine/quad', ...both);
    expect(mine).toMatchObject({ exitCode: 0, stderr: '' });
    expect(mine.stdout).toContain('The mine quad');
    expect((await run('score', 'usa', 'two', ...both)).exitCode).toBe(0);
  });

  it('may have a record whose subjects are topics of another catalog', async () => {
    expect((await run('import', 'votes.csv', '-o', 'record')).exitCode).toBe(0);
    const beside = ['-c', 'record', 'mine.yaml'];
    const { topics } = await scoreOf(...beside);
    expect(topics.map(({ id, joint }) => [id, joint]).sort()).toEqual([
      ['mine/security', 2],
      ['record/security', 1],
      ['trade', 2],
    ]);
    expect((await scoreOf(...beside, '-t', 'record/security')).coverage.joint).toBe(1);
    expect((await run('matrix', ...beside, '-t', 'record/security', '-f', 'csv')).stdout).toContain(
      'CHN,RUS,1',
    );
  });
});

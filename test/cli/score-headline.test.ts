import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { align } from './align.ts';

const directory = mkdtempSync(join(tmpdir(), 'align-headline-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The USA and the United Kingdom always vote yes; France and Germany vary. */
const issues = Array.from({ length: 8 }, (_, i) => {
  const [fra, deu] = [i % 2 === 0 ? 'yes' : 'no', i % 3 === 0 ? 'no' : 'yes'];
  return `  - {id: i-${i}, title: Issue ${i}, topic: x, date: 2020-01-0${i + 1}, sources: [u], scale: vote, positions: {usa: "yes", uk: "yes", france: "${fra}", germany: "${deu}"}}`;
});
const catalog = join(directory, 'votes.yaml');
writeFileSync(
  catalog,
  `catalog: votes\ntitle: Votes\nsources: {u: {title: U}}\ntopics: {x: X}\nissues:\n${issues.join('\n')}\n`,
);

it('an undefined headline has no bar, and its true reason', async () => {
  const { stdout } = await align(['score', 'usa', 'uk', '-c', catalog, '-m', 'kappa']);
  expect(stdout).toMatch(/^ {2}κ +– {2}agreement 1\.00: consistently aligned$/m);
  expect(stdout).toContain('no variation: both always take one and the same position');
});

it('a coefficient has no bar, and the verdict says what it rests on', async () => {
  const { stdout } = await align(['score', 'usa', 'france', '-c', catalog, '-m', 's']);
  expect(stdout).toMatch(/^ {2}S +0\.00 {2}.+agreement 0\.50: mixed$/m);
  expect(stdout.split('\n').slice(0, 4).join('')).not.toContain('█');
});

it('a divergence compares with other pairs as its agreement does', async () => {
  const ask = async (measure: string) =>
    (await align(['score', 'china', 'russia', '-m', measure])).stdout;
  const [near, far] = [await ask('agreement'), await ask('divergence')];
  const among = /closer than \d+ % of .* pairs on the same issues; typical 0\.\d\d\n/;
  expect(near).toMatch(among);
  expect(among.exec(far)?.[0]).toBe(among.exec(near)?.[0]);
});

it('a country whose score is undefined is not said to lack evidence', async () => {
  const { stdout } = await align(['rank', 'usa', '-c', catalog, '-m', 'kappa', '--min-joint', '5']);
  expect(stdout).toContain('1 country left out: the score is undefined.');
});

import { expect, test } from 'vitest';
import { align } from './align.ts';

test('an issue with everyone’s stance from for to against, and its sources', async () => {
  const { stdout, stderr, exitCode } = await align(['show', 'ladakh-2020']);
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  const order = [
    'strongly-support  +1.0',
    'neutral  0.0',
    'strongly-oppose  −1.0',
    'Sources\n  [1] ',
  ];
  const places = order.map((text) => stdout.indexOf(text));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const marks = [...stdout.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
  const listed = [...stdout.matchAll(/^ {2}\[(\d+)\] /gm)].map(([, n]) => Number(n));
  expect(listed).toEqual(listed.map((_, i) => i + 1));
  expect(Math.max(...marks)).toBe(listed.length);
});

test('a stance that changed stands under each of its labels', async () => {
  const { stdout } = await align(['show', 'ladakh-2020', '--country', 'usa', '-f', 'json']);
  const { stances } = JSON.parse(stdout) as {
    stances: {
      label: string;
      value: number;
      countries: { code: string; from: string; until?: string }[];
    }[];
  };
  expect(stances.map(({ label, value }) => [label, value])).toEqual([
    ['neutral', 0],
    ['oppose', -0.5],
  ]);
  const [before, after] = stances.map(({ countries }) => countries[0]);
  expect(before?.until).toBe(after?.from);
  expect(after).toMatchObject({ code: 'USA' });
  expect(after).not.toHaveProperty('until');
});

test('a ballot with its tally; absence is no stance', async () => {
  const { stdout } = await align(['show', 'unga-74-168']);
  expect(stdout).toContain('A/RES/74/168');
  expect(stdout).toContain('yes 65, no 23, abstained 83');
  expect(stdout).toMatch(/absent {2}\d+ countries/);
  const { stances } = JSON.parse((await align(['show', 'unga-74-168', '-f', 'json'])).stdout) as {
    stances: { label: string; value: number | null }[];
  };
  expect(stances.map(({ label }) => label)).toEqual(['yes', 'abstain', 'no', 'absent']);
  expect(stances.at(-1)?.value).toBeNull();
});

test('a bloc filters by its members', async () => {
  const { stdout } = await align(['show', 'ladakh-2020', '--country', 'quad', '-f', 'json']);
  const { stances } = JSON.parse(stdout) as { stances: { countries: { code: string }[] }[] };
  const codes = new Set(stances.flatMap(({ countries }) => countries.map(({ code }) => code)));
  expect([...codes].sort()).toEqual(['AUS', 'IND', 'JPN', 'USA']);
});

test('a catalog with its coding rules and licence', async () => {
  const { stdout, exitCode } = await align(['show', 'un-general-assembly']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('81 issues · 66 countries');
  expect(stdout).toMatch(/Licence +CC BY 4\.0/);
  expect(stdout).toContain('Coding      Each issue is one recorded vote');
});

test('lines fit the window', async () => {
  for (const width of [60, 80, 120]) {
    const { stdout } = await align(['show', 'ladakh-2020'], { env: { COLUMNS: String(width) } });
    const long = stdout.split('\n').filter((line) => line.length > width && !line.includes('http'));
    expect(long).toEqual([]);
  }
});

test('an unknown issue comes with those that may be meant', async () => {
  const { stdout, stderr, exitCode } = await align(['show', 'ladak-2020']);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    'no issue or catalog is called "ladak-2020"\n  did you mean ladakh-2020',
  );
  expect((await align(['show', 'ladakh'])).stderr).toContain('ladakh-2020');
});

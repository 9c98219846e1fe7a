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
  expect(stdout).toContain('201 issues · 193 countries');
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

test('who submitted a draft, where that is on record', async () => {
  const shown = async (id: string, ...options: string[]) =>
    (await align(['show', id, ...options])).stdout;
  expect(await shown('unsc-res-2593')).toMatch(
    /^Ballot {6}UNSC S\/RES\/2593\(2021\) · draft S\/2021\/762 · adopted · yes 13, no 0, abstained 2\nSubmitters {2}France, United Kingdom, United States$/m,
  );
  expect(await shown('unsc-2021-667', '-f', 'markdown')).toContain(
    '- Ballot: UNSC S/2021/667 · failed · yes 2, no 0, abstained 13\n- Submitters: China, Russia\n',
  );
  expect(await shown('unsc-2025-09-19')).toMatch(/^Submitters {2}President of the Council$/m);
  const { vote } = JSON.parse(await shown('unsc-2024-323', '-f', 'json')) as { vote: unknown };
  expect(vote).toEqual({
    body: 'UNSC',
    draft: 'S/2024/323 (amendment)',
    submitters: [
      { code: 'CHN', name: 'China' },
      { code: 'RUS', name: 'Russia' },
    ],
    on: 'amendment',
    outcome: 'failed',
    result: { yes: 7, no: 7, abstain: 1 },
  });
});

test('nothing of submitters that are not on record', async () => {
  const text = await align(['show', 'unsc-2022-155']);
  expect(text.stdout).toContain('UNSC S/2022/155 · vetoed');
  expect(text.stdout).not.toContain('Submitters');
  const json = await align(['show', 'unsc-2022-155', '-f', 'json']);
  expect(JSON.parse(json.stdout)).not.toHaveProperty('vote.submitters');
});

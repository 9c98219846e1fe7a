import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const cwd = fileURLToPath(new URL('golden/blocs', import.meta.url));

/** What of a page is its own, not the style and script that all have; numbers without the digits of rounding. */
function ownPart(format: string, text: string): string {
  const own =
    format === 'html' ? text.slice(text.indexOf('<header>'), text.indexOf('<script>')) : text;
  return own.replaceAll(/-?\d+\.\d{10,}(?:e-\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(9))),
  );
}

async function ask(args: readonly string[], COLUMNS = '80') {
  return align([...args, '-c', 'invented.yaml'], { cwd, env: { COLUMNS } });
}

describe.each(['blocs', 'map'])('align %s', (command) => {
  it.each(['table', 'json', 'csv', 'markdown', 'html', 'svg'])('as %s', async (format) => {
    const { stdout, stderr, exitCode } = await ask([command, '-f', format]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const golden = `golden/blocs/${command}.${format}.golden`;
    await expect(ownPart(format, stdout)).toMatchFileSnapshot(golden);
  });

  it.each(['60', '80', '160'])('reads in %s columns', async (COLUMNS) => {
    const options = command === 'blocs' ? ['--full'] : [];
    const { stdout } = await align([command, ...options], { env: { COLUMNS } });
    const longest = Math.max(...stdout.split('\n').map((line) => [...line].length));
    expect(longest).toBeLessThanOrEqual(Number(COLUMNS));
  });

  it('of a record answers as of a catalog, and says who is left out', async () => {
    const folder = mkdtempSync(join(tmpdir(), `align-${command}-`));
    const countries = ['CHN', 'RUS', 'IND', 'USA', 'GBR', 'FJI'];
    const rows = Array.from({ length: 40 }, (_, i) => {
      const cells = countries.map((_country, c) =>
        c === 5 && i > 3 ? '' : (i * (c < 3 ? 1 : 2) + c) % 5 < 3 ? 'Y' : 'N',
      );
      return [`A/RES/${i}`, `${2000 + (i % 4)}-05-01`, 55 + (i % 4), `Text ${i}`, ...cells];
    });
    const header = ['resolution', 'date', 'session', 'title', ...countries];
    writeFileSync(join(folder, 'votes.csv'), `${[header, ...rows].join('\n')}\n`);
    writeFileSync(
      join(folder, 'record.yaml'),
      'catalog: record\ntitle: Record\nrollCalls: [{id: votes, body: UNGA, file: votes.csv}]\n',
    );
    const args = [command, '-c', 'record.yaml', '--from', '2001', '-f', 'json'];
    const { stdout, exitCode } = await align(args, { cwd: folder });
    expect(exitCode).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.coverage).toMatchObject({ issues: 30, countries: 5, dyads: 10 });
    expect(result.period).toEqual({ from: '2001-05-01', to: '2003-05-01' });
    expect(result.leftOut).toEqual([{ code: 'FJI', name: 'Fiji', positions: 3, lacking: 5 }]);
  });

  it.each([
    [['china', 'russia'], 2, /a group has 3 countries or blocs at least/],
    [['china', 'russia', 'chnia'], 2, /no country or bloc is called "chnia"/],
    [['china', 'russia', 'india', '--min-joint', '0'], 2, /no whole number above 0/],
    [['-c', 'eurasia-2020', '--issue', 'ladakh-2020'], 4, /fewer than 3 countries have 5 joint/],
    [['palau', 'vatican', 'china', '-c', 'un-security-council'], 4, /a missing divergence is not/],
  ] as const)('refuses %j', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await align([command, ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});

describe('align blocs', () => {
  it.each([
    ['blocs.full', ['--full']],
    ['blocs.topics', ['--leave-out', 'topic', '--k', '3']],
  ])('%s', async (name, options) => {
    const { stdout } = await ask(['blocs', ...options]);
    await expect(stdout).toMatchFileSnapshot(`golden/blocs/${name}.golden`);
  });

  it('has the same blocs in CSV, JSON and the table', async () => {
    const args = ['blocs', 'usa', 'uk', 'france', 'china', 'russia', 'india', 'brazil'];
    const { blocs, merges, countries } = JSON.parse((await align([...args, '-f', 'json'])).stdout);
    const rows: Record<string, string>[] = parse((await align([...args, '-f', 'csv'])).stdout, {
      columns: true,
    });
    const members = blocs.flatMap((bloc: { id: string; members: { code: string }[] }) =>
      bloc.members.map(({ code }) => [bloc.id, code]),
    );
    expect(rows.map(({ centre, country }) => [centre, country])).toEqual(members);
    expect(countries.map(({ code }: { code: string }) => code)).toEqual(
      members.map(([, code]: string[]) => code),
    );
    expect(merges).toHaveLength(countries.length - 1);
    const { stdout } = await align(args);
    for (const [i, { members: own }] of blocs.entries())
      for (const { name } of own) expect(stdout).toMatch(new RegExp(`^  ${i + 1} ${name} +╶`, 'm'));
  });

  it.each([
    [['--k', '1'], /cannot be put into 1 blocs/],
    [['--k', '4'], /4 countries cannot be put into 4 blocs/],
    [['--leave-out', 'decade'], /decade/],
  ])('refuses %j', async (options, message) => {
    const { stderr, exitCode } = await align(['blocs', 'usa', 'uk', 'china', 'india', ...options]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('of the Assembly has the two sides that everyone knows', async () => {
    const args = ['blocs', '-c', 'un-general-assembly', '--from', '2021', '-f', 'json'];
    const { blocs, stability } = JSON.parse((await align(args)).stdout);
    const of = (code: string) =>
      blocs.findIndex(({ members }: { members: { code: string }[] }) =>
        members.some((member) => member.code === code),
      );
    expect(of('DEU')).toBe(of('FRA'));
    expect(of('CHN')).toBe(of('IRN'));
    expect(of('DEU')).not.toBe(of('CHN'));
    expect(stability.repetitions.length).toBe(5);
  });
});

describe('align map', () => {
  it('has the same places in CSV, JSON and Markdown', async () => {
    const args = ['map', 'usa', 'uk', 'china', 'russia', 'india'];
    const { points } = JSON.parse((await align([...args, '-f', 'json'])).stdout);
    const rows: Record<string, string>[] = parse((await align([...args, '-f', 'csv'])).stdout, {
      columns: true,
    });
    expect(rows.map(({ country, x, y }) => [country, Number(x), Number(y)])).toEqual(
      points.map(({ code, x, y }: { code: string; x: number; y: number }) => [code, x, y]),
    );
    const { stdout } = await align([...args, '-f', 'markdown']);
    for (const { name, x } of points)
      expect(stdout).toContain(`| ${name} | ${x.toFixed(2).replace('-', '−')} |`);
  });

  it('names all countries where there is room', async () => {
    const { stdout } = await align(['map', 'usa', 'china', 'russia', 'india'], {
      env: { COLUMNS: '100' },
    });
    for (const name of ['United States', 'China', 'Russia', 'India'])
      expect(stdout).toMatch(new RegExp(`· ${name}|${name} ·`));
    expect(stdout).not.toContain('Marks');
  });
});

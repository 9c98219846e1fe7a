import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const cwd = fileURLToPath(new URL('golden/interactions', import.meta.url));

/** What of a page is its own, not the style and script that all have. */
function ownPart(format: string, text: string): string {
  return format === 'html' ? text.slice(text.indexOf('<header>'), text.indexOf('<script>')) : text;
}

const ask = (args: readonly string[], COLUMNS = '80') =>
  align(['interactions', ...args, '-c', 'invented.yaml'], { cwd, env: { COLUMNS } });

describe('align interactions', () => {
  it.each(['table', 'json', 'csv', 'markdown', 'html', 'svg'])('as %s', async (format) => {
    const { stdout, stderr, exitCode } = await ask(['china', 'russia', '-f', format]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const golden = `golden/interactions/${format}.golden`;
    await expect(ownPart(format, stdout)).toMatchFileSnapshot(golden);
  });

  it.each([
    ['month', ['china', 'russia', '--by', 'month', '--from', '2018']],
    ['partners', ['china', '--by', 'partner', '--order', 'net', '--top', '1']],
    ['bloc', ['pair', 'russia', '--by', 'direction', '--top', '3']],
    ['root', ['russia', '--by', 'root', '-f', 'csv']],
    ['picture', ['russia', '--by', 'partner', '-f', 'svg']],
  ] as const)('of %s', async (name, args) => {
    const { stdout, stderr, exitCode } = await ask(args);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    await expect(stdout).toMatchFileSnapshot(`golden/interactions/of-${name}.golden`);
  });

  it.each(['60', '80', '160'])('reads in %s columns', async (COLUMNS) => {
    for (const args of [['china', 'russia'], ['russia'], ['usa', '--by', 'month', '--top', '99']]) {
      const { stdout } = await align(['interactions', ...args], { env: { COLUMNS } });
      const longest = Math.max(...stdout.split('\n').map((line) => [...line].length));
      expect(longest).toBeLessThanOrEqual(Number(COLUMNS));
    }
  });

  it('has the totals of the score, of countries and of blocs', async () => {
    for (const sides of [
      ['china', 'russia'],
      ['quad', 'russia'],
      ['china', 'quad'],
    ]) {
      const rest = ['--from', '2019', '-f', 'json'];
      const { total, byDirection } = JSON.parse(
        (await align(['interactions', ...sides, ...rest])).stdout,
      );
      const { interactions } = JSON.parse((await align(['score', ...sides, ...rest])).stdout);
      for (const name of ['n', 'cooperative', 'conflictual', 'meanGoldstein', 'net'])
        expect(total[name]).toBe(interactions[name]);
      for (const direction of ['mutual', 'a-to-b', 'b-to-a'])
        expect(byDirection[direction].net).toBe(interactions.byDirection[direction].net);
    }
  });

  it('has the same numbers in JSON and CSV, whatever a row is of', async () => {
    for (const [by, rows] of [
      ['year', 'periods'],
      ['month', 'periods'],
      ['root', 'roots'],
      ['partner', 'partners'],
    ] as const) {
      const args = ['russia', '--by', by, '-f'];
      const told = JSON.parse((await ask([...args, 'json'])).stdout)[rows];
      const csv: Record<string, string>[] = parse((await ask([...args, 'csv'])).stdout, {
        columns: true,
      });
      expect(csv.map(({ n, net, low }) => [Number(n), Number(net), low])).toEqual(
        told.map(({ n, net, low }: { n: number; net: number; low: number | null }) => [
          n,
          net,
          low === null ? '' : String(low),
        ]),
      );
    }
  });

  it.each([
    [['china', 'china'], 2, /cannot be compared with itself/],
    [['china', 'chnia'], 2, /no country or bloc is called "chnia"/],
    [['china', 'russia', '--by', 'partner'], 2, /partners are those of one country/],
    [['china', 'russia', '--order', 'net'], 2, /leave --order out/],
    [['china', 'russia', '-t', 'trade'], 2, /unknown option/],
    [['china', 'russia', '--by', 'session'], 2, /--by/],
    [
      ['china', 'palau'],
      4,
      /China and Palau have no interactions with each other in this selection\n {2}it has \d+ interactions of others; widen it/,
    ],
    [
      ['palau'],
      4,
      /Palau has no interactions in this selection\n {2}it has \d+ interactions of others; widen it/,
    ],
    [
      ['china', '--from', '2030'],
      4,
      /China has no interactions in this selection\n {2}it has none at all; align list/,
    ],
    [['ussr', 'usa'], 4, /Soviet Union and United States have no interactions with each other/],
    [
      ['china', 'russia', '--from', '2030'],
      4,
      /with each other in this selection\n {2}it has none at all; align list/,
    ],
    [['china', 'russia', '--from', '2020', '--to', '2019'], 2, /after its end/],
  ] as const)('%j is refused', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await ask(args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { align } from '../cli/align.ts';
import { catalogText, leftovers, scratch, shell } from './support.ts';

const { folder, at } = scratch();
const table = (rows: number) =>
  `resolution,ms_code,ms_vote,date\n${Array.from({ length: rows }, (_, i) => `i${i >> 1},${i & 1 ? 'china' : 'russia'},Y,2020-01-01`).join('\n')}\n`;
const first = at('first.csv', table(40));
const second = at('second.csv', table(60));
const imports = (file: string, output: string, ...more: string[]) =>
  align(['import', file, '-o', output, ...more]);

describe('an import into the folder of another', () => {
  it('never replaces or deletes a file that no import wrote', async () => {
    const output = at('edited');
    await imports(first, output);
    const catalog = join(output, 'catalog.yaml');
    // The user's own data, named in the catalog, and even in the words of the import.
    writeFileSync(join(output, 'mydata.csv'), 'mine');
    writeFileSync(
      catalog,
      readFileSync(catalog, 'utf8').replace('file: edited.csv', 'file: mydata.csv'),
    );
    expect(await imports(second, output)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(output, 'mydata.csv'), 'utf8')).toBe('mine');

    writeFileSync(
      catalog,
      readFileSync(catalog, 'utf8').replace('file: edited.csv', 'file: mydata.csv'),
    );
    expect(await imports(second, output, '--id', 'mydata')).toMatchObject({
      exitCode: 3,
      stdout: '',
    });
    expect(readFileSync(join(output, 'mydata.csv'), 'utf8')).toBe('mine');
    expect(readdirSync(output).sort()).toEqual(['catalog.yaml', 'edited.csv', 'mydata.csv']);
  });

  it.each(['../victim.csv', '/victim.csv', '..', '.'])(
    'goes by no name that leads elsewhere: %s',
    async (name) => {
      at('victim.csv', 'mine');
      const output = at(`led-${name.length}`);
      await imports(first, output);
      const catalog = join(output, 'catalog.yaml');
      writeFileSync(catalog, readFileSync(catalog, 'utf8').replaceAll(/led-\d+\.csv/g, name));
      await imports(second, output, '--id', 'another');
      expect(readFileSync(at('victim.csv'), 'utf8')).toBe('mine');
      expect(existsSync(catalog)).toBe(true);
    },
  );

  it('drops the record of the one before', async () => {
    const output = at('renamed');
    await imports(first, output);
    await imports(first, output, '--id', 'other');
    expect(readdirSync(output).sort()).toEqual(['catalog.yaml', 'other.csv']);
  });
});

it.each(['new', 'old'])(
  'four imports at once into one %s folder all succeed',
  async (what) => {
    for (let round = 0; round < 6; round++) {
      const output = at(`${what}-${round}`);
      if (what === 'old') await imports(first, output);
      const told = await Promise.all(
        [first, second, first, second].map((file) => imports(file, output, '--replace')),
      );
      expect(told.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(
        told.map(() => [0, '']),
      );
      expect(readdirSync(output).sort()).toEqual(['catalog.yaml', `${what}-${round}.csv`]);
      expect(leftovers(output)).toEqual([]);
      expect(await align(['validate', output])).toMatchObject({ exitCode: 0 });
    }
  },
  120_000,
);

it('two writers of one file leave one of the two whole', async () => {
  const output = at('both.csv');
  const runs = ['china', 'india'].map((country) => [
    'matrix',
    country,
    'russia',
    'usa',
    '-f',
    'csv',
    '-o',
    output,
  ]);
  const told = await Promise.all([...runs, ...runs, ...runs].map((args) => align(args)));
  expect(told.map(({ exitCode }) => exitCode)).toEqual(told.map(() => 0));
  const whole = await Promise.all(
    runs.map(async (args) => (await align(args.slice(0, -2))).stdout),
  );
  expect(whole).toContain(readFileSync(output, 'utf8'));
  expect(leftovers(output)).toEqual([]);
}, 60_000);

describe.skipIf(process.platform === 'win32')(
  'a planted link under a name that a run could be expected to take',
  () => {
    const victim = () => at('victim', 'mine');
    const unharmed = () => expect(readFileSync(at('victim'), 'utf8')).toBe('mine');

    it.each([
      ['matrix', ['matrix', 'china', 'russia', '-f', 'csv', '-o', 'm.csv']],
      ['score', ['score', 'china', 'russia', '-f', 'csv', '-o', 'm.csv']],
    ])('is not written through by %s', (_, args) => {
      victim();
      for (const name of [
        'm.csv.$$.partial',
        'm.csv.$$',
        '.m.csv.partial',
        'm.csv.partial',
        'm.csv.tmp',
      ])
        expect(shell(`ln -sfn ${at('victim')} "${name}"; exec "$@"`, args, folder).status).toBe(0);
      unharmed();
    });

    it('is not written through by the cache', async () => {
      const cache = at('planted');
      const catalog = at('c.yaml', catalogText());
      mkdirSync(cache);
      await align(['score', 'china', 'russia', '-c', catalog], { env: { ALIGN_CACHE: cache } });
      const [entry = ''] = readdirSync(cache);
      victim();
      const script = `rm -f "${entry}"; ln -sfn ${at('victim')} "${entry}.$$"; export ALIGN_CACHE=.; exec "$@"`;
      expect(shell(script, ['score', 'china', 'russia', '-c', catalog], cache).status).toBe(0);
      unharmed();
    });

    it('is not written through by an import', async () => {
      const output = at('target');
      await imports(first, output);
      victim();
      for (const name of ['.target.csv.partial', '.catalog.yaml.partial'])
        symlinkSync(at('victim'), join(output, name));
      await imports(second, output);
      unharmed();
    });
  },
);

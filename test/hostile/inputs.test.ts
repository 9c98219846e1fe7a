import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { align } from '../cli/align.ts';
import { catalogText, recordText, scratch, shell } from './support.ts';

const { folder, at } = scratch();
const good = at('good.yaml', catalogText());
const policy = at('policy.yaml', 'assertions: [{id: a, between: [china, russia], atLeast: 0}]\n');

/** Every way by which a file comes in; `@` stands for its name. */
const ways: readonly (readonly string[])[] = [
  ['score', 'china', 'russia', '-c', '@'],
  ['validate', '@'],
  ['score', 'china', 'russia', '-c', good, '--weights', '@'],
  ['check', '@', '-c', good],
  ['check', policy, '-c', good, '--baseline', '@'],
  ['validate', good, '--against', '@'],
  ['import', 'voeten', '@', '-o', join(folder, 'imported')],
];
const through = (way: readonly string[], file: string) =>
  way.map((word) => (word === '@' ? file : word));

describe.skipIf(process.platform === 'win32')('an input that is no regular file', () => {
  const pipe = at('pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
  const huge = at('huge.yaml', '');
  truncateSync(huge, 20 * 2 ** 30);

  it.each(ways.map((way) => [way.join(' ').replaceAll(folder, ''), way] as const))(
    'is refused, not waited for or read to the end: %s',
    (_, way) => {
      for (const [file, why] of [
        [pipe, /no regular file|not a file/],
        ['/dev/zero', /no regular file|not a file/],
        ...(way[0] === 'import' ? [] : [[huge, /larger than/] as const]),
      ] as const) {
        const told = shell('ulimit -v 8000000; "$@" 3<&- ', through(way, file));
        expect(told).toMatchObject({ status: 3, stdout: '' });
        expect(told.stderr).toMatch(why);
      }
    },
  );

  it('is refused of roll calls too', () => {
    for (const name of ['pipe', 'huge.yaml']) {
      const catalog = at('of-pipe.yaml', withRecord(name));
      const told = shell('"$@"', ['score', 'china', 'russia', '-c', catalog]);
      expect(told).toMatchObject({ status: 3, stdout: '' });
      expect(told.stderr).toMatch(/no regular file|larger than/);
    }
  });
});

describe('a URL', () => {
  it.each(ways.map((way) => [way.join(' ').replaceAll(folder, ''), way] as const))(
    'is refused as such: %s',
    async (_, way) => {
      for (const url of ['https://example.org/x.yaml', 'file:///etc/passwd']) {
        const { exitCode, stdout, stderr } = await align(through(way, url));
        expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
        expect(stderr).toContain('it is a URL, and align reads files only');
      }
    },
  );
});

function withRecord(file: string): string {
  return `catalog: recorded
title: Recorded
version: 1.0.0
rollCalls: [{id: r, body: UNGA, file: ${JSON.stringify(file)}}]
`;
}

describe('the roll calls of a catalog', () => {
  const inside = join(folder, 'inside');
  mkdirSync(join(inside, 'deeper'), { recursive: true });
  const record = recordText(1, 9, ['CHN', 'RUS']);
  at('outside.csv', record);
  writeFileSync(join(inside, 'own.csv'), record);
  writeFileSync(join(inside, 'deeper', 'own.csv'), record);
  symlinkSync('../outside.csv', join(inside, 'link.csv'));
  symlinkSync('own.csv', join(inside, 'own-link.csv'));
  const run = (file: string, command: readonly string[]) => {
    writeFileSync(join(inside, 'c.yaml'), withRecord(file));
    return align([...command, '-c', join(inside, 'c.yaml')], { env: { ALIGN_CACHE: 'off' } });
  };

  it.each(['own.csv', './own.csv', 'deeper/own.csv', 'own-link.csv'])(
    'are beside it: %s',
    async (file) => {
      expect(await run(file, ['score', 'china', 'russia'])).toMatchObject({ exitCode: 0 });
    },
  );

  it.each([
    '../outside.csv',
    'deeper/../../outside.csv',
    join(folder, 'outside.csv'),
    '/etc/passwd',
    '..\\outside.csv',
    'C:\\outside.csv',
    'https://example.org/x.csv',
    'link.csv',
    'a\u0000b.csv',
  ])('are nowhere else: %j', async (file) => {
    for (const [command, exitCode] of [
      [['score', 'china', 'russia'], 3],
      [['validate'], 1],
    ] as const) {
      const told = await run(file, command);
      expect(told.exitCode).toBe(exitCode);
      expect(told.stdout + told.stderr).toMatch(/outside the folder of its catalog/);
      expect(told.stdout + told.stderr).not.toMatch(/root:|null bytes/);
    }
  });
});

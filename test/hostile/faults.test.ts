import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { align } from '../cli/align.ts';
import { catalogText, leftovers, recordText, scratch, shell } from './support.ts';

const { folder, at } = scratch();
const catalog = at('good.yaml', catalogText());
const big = at('big.yaml', catalogText(1_500));
const states =
  'CHN RUS IND USA FRA GBR DEU JPN BRA ZAF EGY NGA KEN MEX CAN AUS IDN TUR IRN SAU'.split(' ');
mkdirSync(at('record'));
at('record/votes.csv', recordText(10, 30, states));
at(
  'record/catalog.yaml',
  'catalog: r\ntitle: R\nrollCalls: [{id: r, body: UNGA, file: votes.csv}]\n',
);
const table = at(
  'table.csv',
  `issue,country,position,date\n${Array.from({ length: 20_000 }, (_, i) => `i${i >> 1},${i & 1 ? 'china' : 'russia'},yes,2020-01-01`).join('\n')}\n`,
);

/** Commands that write into the current folder, each with the file that was there before. */
const writers: readonly (readonly [file: string, ...args: string[]])[] = [
  ['out.json', 'score', 'china', 'russia', '-c', big, '-f', 'json', '-o', 'out.json'],
  ['out.csv', 'matrix', '--by', 'session', '-f', 'csv', '-c', at('record'), '-o', 'out.csv'],
  ['out.html', 'report', 'china', 'russia', '-c', big, '-o', 'out.html'],
  ['dir/dir.csv', 'import', 'table', table, '-o', 'dir'],
];

/** Linux only, and only root makes a file system in a namespace of its own. */
const hasNamespaces =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt']).status === 0;

describe.skipIf(!hasNamespaces)('a disk', () => {
  const within = (size: string, script: string, args: readonly string[]) =>
    shell(
      `unshare -rm sh -c 'mount -t tmpfs -o ${size} none /mnt && cd /mnt && ${script}' "$@"`,
      ['sh', ...args].slice(1),
    );

  it.each(writers)('that is full leaves %s as it was', (file, ...args) => {
    const script = `mkdir -p dir; echo "# Written by align import; running it again replaces this file and dir.csv." > dir/catalog.yaml; echo old > ${file}; "$0" "$@"; echo "exit $?"; cat ${file}; ls -A . dir | grep partial`;
    const told = within('size=48k', script, args);
    expect(told.stderr).toMatch(/^align: cannot write .*no space is left\n$/);
    expect(told.stdout).toBe('exit 3\nold\n');
  });

  it('that is full leaves no new folder', () => {
    const told = within('size=48k', '"$0" "$@"; echo "exit $?"; ls -A', [
      'import',
      'table',
      table,
      '-o',
      'dir',
    ]);
    expect(told.stderr).toMatch(/^align: cannot write to .*no space is left\n$/);
    expect(told.stdout).toBe('exit 3\n');
  });

  it.each(writers)('that is read-only is told of before %s is made', (file, ...args) => {
    const script = `mkdir dir; echo "# Written by align import; running it again replaces this file and dir.csv." > dir/catalog.yaml; echo old > ${file}; mount -o remount,ro /mnt; "$0" "$@"; echo "exit $?"; cat ${file}`;
    const told = within('size=4m', script, args);
    expect(told.stderr).toMatch(/^align: cannot write .*(?:read-only|may not be written)/);
    expect(told.stdout).toBe('exit 3\nold\n');
  });

  it('that is full or read-only keeps no cache, and answers all the same', () => {
    for (const script of [
      'export ALIGN_CACHE=/mnt/c; "$0" "$@"; find . -name "*partial"',
      'mount -o remount,ro /mnt; export ALIGN_CACHE=/mnt/c; "$0" "$@"',
    ]) {
      const told = within('size=8k', script, ['score', 'china', 'russia', '-c', big, '-f', 'csv']);
      expect(told).toMatchObject({ status: told.status, stderr: '' });
      expect(told.stdout).toMatch(/^country_a/);
      expect(told.stdout).not.toContain('partial');
    }
  });
});

describe.skipIf(process.platform === 'win32')('a limit of the system', () => {
  it.each(writers)('on the size of files leaves %s as it was', (file, ...args) => {
    const cwd = at(`limited-${file.replaceAll('/', '-')}`);
    mkdirSync(join(cwd, 'dir'), { recursive: true });
    writeFileSync(
      join(cwd, 'dir/catalog.yaml'),
      '# Written by align import; running it again replaces this file and dir.csv.\n',
    );
    writeFileSync(join(cwd, file), 'old');
    const told = shell('ulimit -f 8; trap "" XFSZ; "$@"', args, cwd);
    expect(told).toMatchObject({ status: 3, stdout: '' });
    expect(told.stderr).toMatch(/^align: cannot write .*larger than is allowed/);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe('old');
    expect(
      [...readdirSync(cwd), ...readdirSync(join(cwd, 'dir'))].filter((name) =>
        name.includes('partial'),
      ),
    ).toEqual([]);
  });

  it('on open files or memory ends no run without a word', () => {
    for (const limit of ['ulimit -n 25', 'ulimit -s 512', 'ulimit -t 20']) {
      const told = shell(`${limit}; "$@"`, [
        'score',
        'china',
        'russia',
        '-c',
        catalog,
        '-o',
        at('limited.csv'),
      ]);
      expect([0, 3], limit + told.stderr).toContain(told.status);
    }
  });
});

describe.skipIf(process.platform === 'win32')('streams that are closed', () => {
  const commands = [
    ['score', 'china', 'russia', '-c', catalog],
    ['matrix', '-c', catalog, '-f', 'csv'],
    ['validate', catalog],
    ['list', 'issues'],
    ['--version'],
    ['--help'],
  ];

  it.each(commands)('are no bug: %s %s %s', (...args) => {
    for (const closing of [
      '>&-',
      '2>&-',
      '<&-',
      '>&- 2>&-',
      '<&- >&- 2>&-',
      '| true',
      '| head -c1 >/dev/null',
    ]) {
      const told = shell(`set -o pipefail; "$@" ${closing}`, args);
      expect([0, 3], closing + told.stderr).toContain(told.status);
      expect(told.stderr).not.toMatch(/bug in align|node:|\bat \w/);
    }
  });
});

describe('a user without a home', () => {
  it.each([{}, { HOME: '' }, { HOME: '/no/such' }, { HOME: 'relative' }, { HOME: '/dev/null' }])(
    'is answered: %j',
    async (env) => {
      const cwd = at('nowhere');
      mkdirSync(cwd, { recursive: true });
      const told = await align(['score', 'china', 'russia', '-c', catalog], { cwd, env });
      expect(told).toMatchObject({ exitCode: 0, stderr: '' });
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it.skipIf(process.getuid?.() !== 0)('nor a name is answered', () => {
    chmodSync(folder, 0o755);
    const told = shell(
      'unset HOME; unset ALIGN_CACHE; exec setpriv --reuid 54321 --clear-groups "$@"',
      ['score', 'china', 'russia', '-c', catalog],
    );
    expect(told).toMatchObject({ status: 0, stderr: '' });
  });
});

describe.skipIf(process.getuid?.() !== 0)('what may not be read or written', () => {
  it('is said to be so, and stays as it is', () => {
    chmodSync(folder, 0o755);
    const cwd = at('closed');
    mkdirSync(cwd);
    const old = join(cwd, 'old.csv');
    writeFileSync(old, 'old');
    chmodSync(cwd, 0o755);
    const secret = at('secret.yaml', catalogText());
    chmodSync(secret, 0o600);
    const as = 'exec setpriv --reuid 54321 --clear-groups "$@"';
    for (const args of [
      ['score', 'china', 'russia', '-c', secret],
      ['score', 'china', 'russia', '-c', catalog, '-o', old],
      ['matrix', '-c', catalog, '-f', 'csv', '-o', old],
      ['import', 'table', table, '-o', join(cwd, 'new')],
      ['import', 'table', secret, '-o', join(cwd, 'new')],
      ['init', join(cwd, 'new')],
    ]) {
      const told = shell(as, args);
      expect(told, args.join(' ')).toMatchObject({ status: 3, stdout: '' });
      expect(told.stderr).toMatch(/permission is denied|may not be written/);
    }
    expect(readFileSync(old, 'utf8')).toBe('old');
    expect(readdirSync(cwd)).toEqual(['old.csv']);
  });
});

it('a clock that is off changes no answer, and the cache keeps working', async () => {
  const cache = at('clock');
  const run = () =>
    align(['score', 'china', 'russia', '-c', catalog, '-f', 'json'], {
      env: { ALIGN_CACHE: cache },
    });
  const before = await run();
  const [entry = ''] = readdirSync(cache);
  for (const day of ['1970-01-02', '2100-01-01']) {
    shell(`touch -d ${day} "${join(cache, entry)}"`);
    expect(await run()).toEqual(before);
  }
  rmSync(cache, { recursive: true });
  expect(existsSync(cache)).toBe(false);
  expect(leftovers(cache)).toEqual([]);
});

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { align } from './align.ts';

const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'align-output-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);

const score = ['score', 'china', 'russia', '-f', 'csv'];
const matrix = ['matrix', 'china', 'russia', '-f', 'csv'];

describe.each([
  ['a whole answer', score],
  ['an answer in pieces', matrix],
])('%s', (_, command) => {
  it('goes where a link leads, which stays a link', async () => {
    for (const name of ['there.csv', 'not-yet.csv']) {
      const link = at(`link-${command[0]}-${name}`);
      const target = at(`${command[0]}-${name}`);
      if (name === 'there.csv') writeFileSync(target, 'old');
      symlinkSync(target, link);
      expect(await align([...command, '-o', link])).toMatchObject({ exitCode: 0, stderr: '' });
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, 'utf8')).toContain('CHN');
    }
  });

  it.skipIf(process.platform === 'win32')('goes through a named pipe, which stays one', () => {
    const pipe = at(`pipe-${command[0]}`);
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const shell = 'cat "$0" & "$@" -o "$0"; wait';
    const read = execFileSync('sh', ['-c', shell, pipe, process.execPath, bin, ...command], {
      encoding: 'utf8',
    });
    expect(read).toContain('CHN');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it.skipIf(!existsSync('/dev/full'))('that finds no space is told of, without a stack', () => {
    const shell = '"$@" > /dev/full; echo "exit $?"';
    const told = execFileSync(
      'sh',
      ['-c', `exec 2>&1; ${shell}`, 'sh', process.execPath, bin, ...command],
      {
        encoding: 'utf8',
      },
    );
    expect(told).toBe('align: cannot write to the standard output: no space is left\nexit 3\n');
  });
});

describe.skipIf(process.platform !== 'linux')('a descriptor', () => {
  const shell = (script: string, ...args: string[]) =>
    execFileSync('bash', ['-c', script, directory, process.execPath, bin, ...args], {
      encoding: 'utf8',
    });

  it.each([
    ['a whole answer', score],
    ['an answer in pieces', matrix],
  ])('takes %s, and keeps what is there', (_, command) => {
    expect(shell('"$@" -o /dev/stdout | cat', ...command)).toContain('CHN');
    expect(shell('"$@" -o >(cat) ; sleep 0.3', ...command)).toContain('CHN');
    const log = shell(
      'cd "$0"; echo OLD > log; "$@" -o /dev/stdout >> log; "$@" -o /dev/fd/3 3>> log; cat log',
      ...command,
    );
    expect(log.startsWith('OLD\n')).toBe(true);
    expect(log.match(/country/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('that can take no more leaves the file that was there', () => {
    const script =
      'cd "$0"; echo OLD > limited.csv; ulimit -f 1; trap "" XFSZ; "$@" -o limited.csv 2>&1; echo "exit $?"; cat limited.csv';
    expect(shell(script, 'matrix', '-f', 'csv')).toMatch(
      /^align: cannot write .*limited\.csv: .*\nexit 3\nOLD\n$/,
    );
  });
});

it.skipIf(process.platform === 'win32')(
  'a file that is replaced keeps its permissions',
  async () => {
    for (const command of [score, matrix]) {
      const file = at(`mode-${command[0]}.csv`);
      writeFileSync(file, 'old');
      chmodSync(file, 0o664);
      await align([...command, '-o', file]);
      expect(statSync(file).mode & 0o777).toBe(0o664);
    }
  },
);

it.each([
  ['', 2, '--output needs the name of a file'],
  [`${at('no-such')}/`, 3, 'it is a directory'],
  [at(`${'n'.repeat(300)}.csv`), 3, 'the name is too long'],
])('an output called %j is refused', async (name, exitCode, message) => {
  const result = await align([...score, '-o', name]);
  expect(result).toMatchObject({ exitCode, stdout: '' });
  expect(result.stderr).toContain(message);
});

it.skipIf(process.platform !== 'linux')('a directory that is gone is told of', () => {
  const gone = at('gone');
  const shell = 'mkdir "$0" && cd "$0" && rmdir "$0" && "$@" 2>&1; echo "exit $?"';
  const told = execFileSync('sh', ['-c', shell, gone, process.execPath, bin, 'matrix', '-c', '.'], {
    encoding: 'utf8',
  });
  expect(told).toBe(
    'align: the current directory is not there any more\n  change to another one\nexit 3\n',
  );
});

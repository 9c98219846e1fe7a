import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/cli/definitions/index.ts';
import { execute } from '../../src/cli/program.ts';
import type { Io } from '../../src/cli/io.ts';

async function ask(...argv: readonly string[]) {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof texts, columns: number) => ({
    write: (text: string | Uint8Array) => (texts[name] += String(text)),
    isTTY: true,
    columns,
  });
  const io = {
    stdout: stream('stdout', 80),
    stderr: stream('stderr', 80),
    env: {},
    cwd: '.',
  } as unknown as Io;
  return { exitCode: await execute(argv, io), ...texts };
}

const commands = definitions.flatMap(([, group]) => group).filter(({ hidden }) => !hidden);

describe.each(commands.map((definition) => [definition.name, definition] as const))(
  'align %s --help',
  (name, { options, examples = [] }) => {
    it('fits a window, examples among it', async () => {
      const { stdout, exitCode } = await ask(name, '--help');
      expect(exitCode).toBe(0);
      expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      if (examples[0] !== undefined) expect(stdout).toContain(`align ${examples[0]}`);
      for (const { short, long } of options().flat())
        expect(stdout.split(/[\s,]+/)).toContain(short ?? long);
    });

    it('explains every option if all is asked for', async () => {
      const { stdout } = await ask(name, '--help', '--all');
      for (const { flags, description } of options().flat()) {
        expect(stdout).toContain(flags);
        expect(stdout.replaceAll(/\s+/g, ' ')).toContain(description.slice(0, 30).trim());
      }
      for (const example of examples) expect(stdout).toContain(`align ${example}`);
    });
  },
);

it('align alone says how to begin', async () => {
  const { exitCode, stdout, stderr } = await ask();
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
  expect(stderr).toContain('align --help');
});

it.each([
  ['nonsense', '--help'],
  ['scroe', '-h'],
])('a command that is none is no question for help: %s %s', async (...argv) => {
  const { exitCode, stdout, stderr } = await ask(...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(`unknown command '${argv[0]}'`);
});

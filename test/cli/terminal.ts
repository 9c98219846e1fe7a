import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));

/** Whether there is the `script` of util-linux, which gives a program a terminal. */
export const hasTerminal =
  process.platform === 'linux' &&
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

export interface Terminal {
  readonly rows?: number;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What is typed once a text has appeared. */
  readonly typed?: readonly (readonly [after: string, keys: string])[];
}

/**
 * Runs a line of shell in a terminal, `align` being the built program.
 *
 * @returns all that the terminal shows, each line ended by a line feed alone
 */
export function onTerminal(
  line: string,
  { rows = 24, columns = 80, env, cwd, typed = [] }: Terminal = {},
): Promise<string> {
  const setUp = `stty rows ${rows} cols ${columns}; align() { ${quoted(process.execPath)} ${quoted(bin)} "$@"; }`;
  const child = spawn('script', ['-qec', `${setUp}; ${line}`, '/dev/null'], {
    env: { PATH: process.env['PATH'], SHELL: '/bin/sh', TERM: 'xterm', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd,
  });
  const keys = [...typed];
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [next] = keys;
    if (next === undefined || !shown.includes(next[0])) return;
    keys.shift();
    child.stdin.write(next[1]);
  });
  return new Promise((done) =>
    child.on('close', () => {
      child.stdin.end();
      done(shown.replaceAll('\r\n', '\n'));
    }),
  );
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}

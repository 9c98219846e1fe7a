import { once } from 'node:events';
import { wrap } from '../render/kit/text.ts';
import type { Io, Stream } from './io.ts';
import type { GlobalOptions } from './options.ts';

/** What a pager is told unless the environment says otherwise: git's choice for less, and that all text is UTF-8. */
const presets = { LESS: 'FRX', LV: '-c', LESSCHARSET: 'utf-8' } as const;

/** What only a shell can run: quotes, variables, pipes. */
const forShell = /["'\\`$|&;<>()=*?~#]/;

const commandNotFound = 127;

type Chunk = string | Uint8Array;
type Settings = Pick<GlobalOptions, 'pager'> & { readonly watch?: boolean };

/** The command of the pager; `undefined` where there is to be none. */
function pagerFor({ stdout, env }: Io, { pager, watch }: Settings): string | undefined {
  const isWanted = pager !== false && watch !== true;
  // Pipelines may give a terminal, but nobody is there to press a key.
  const isPipeline = !['', '0', 'false'].includes(env['CI'] ?? '');
  const isSeen = stdout.isTTY && stdout.rows !== undefined && env['TERM'] !== 'dumb';
  if (!isWanted || isPipeline || !isSeen) return undefined;
  const command = (env['PAGER'] ?? (process.platform === 'win32' ? '' : 'less')).trim();
  return command === '' || command === 'cat' ? undefined : command;
}

/** More characters than any window shows. */
const plenty = 2 ** 20;

/** Whether the text is longer than the window, in which the next prompt needs a line too. */
function isLonger(chunks: readonly Chunk[], { columns = 80, rows = 24 }: Stream): boolean {
  let text = '';
  for (const chunk of chunks) {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    if (text.length > plenty) return true;
  }
  const lines = text.split('\n', rows + 1);
  return lines.reduce((sum, line) => sum + wrap(line, columns).length, 0) > rows;
}

/** Ctrl-C reaches the pager too, which decides what it means: the answer has been given. */
const stay = () => {};

/**
 * Shows text in a pager and waits for its end.
 *
 * @returns whether there is such a pager; where there is none, nothing was shown
 */
async function runPager(command: string, chunks: readonly Chunk[], env: Io['env']) {
  const { spawn } = await import('node:child_process');
  const shell = forShell.test(command);
  const [program = '', ...words] = shell ? [command] : command.split(/\s+/);
  process.on('SIGINT', stay);
  try {
    const pager = spawn(program, words, {
      shell,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...presets, ...env },
    });
    // Whoever has seen enough closes the pager, which is no error.
    pager.stdin.on('error', () => {});
    for (const chunk of chunks) pager.stdin.write(chunk);
    pager.stdin.end();
    const [code] = (await once(pager, 'close')) as [number | null];
    return !(shell && code === commandNotFound);
  } catch {
    return false;
  } finally {
    process.off('SIGINT', stay);
  }
}

/**
 * Does work, and shows what it wrote to a terminal in a pager if that is longer than the window: `$PAGER`, or
 * less. Without a terminal, in pipelines, with `--no-pager` or `--watch`, and where `PAGER` is empty or `cat`,
 * all is written as it comes; where there is no such pager, when it is done.
 *
 * @returns what the work returns, whatever becomes of the pager
 */
export async function withPager<T>(
  io: Io,
  settings: Settings,
  work: (io: Io) => Promise<T>,
): Promise<T> {
  const command = pagerFor(io, settings);
  if (command === undefined) return work(io);
  const chunks: Chunk[] = [];
  const stdout = { ...io.stdout, write: (chunk: Chunk) => chunks.push(chunk) };
  const writeAll = () => chunks.forEach((chunk) => io.stdout.write(chunk));
  let result: T;
  try {
    // What else there is of the world is looked at when it is needed.
    result = await work(Object.create(io, { stdout: { value: stdout } }) as Io);
  } catch (error) {
    // What is wrong is to be the last thing that is read.
    writeAll();
    throw error;
  }
  if (!isLonger(chunks, stdout) || !(await runPager(command, chunks, io.env))) writeAll();
  return result;
}

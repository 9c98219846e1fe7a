import { fstatSync, statSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { UserError, systemReason } from '../errors.ts';
import { exitCodes } from './exit-codes.ts';

/** What the program knows of the world around it; tests hand it another one. */
export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Asks the person at the terminal; absent where there is none. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

export interface Stream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY: boolean;
  /** Width of the window, where there is one. */
  readonly columns?: number;
  /** Its height. */
  readonly rows?: number;
}

type Descriptor = 1 | 2;

/** Streams of Node that were written to. */
const written = new Set<NodeJS.WriteStream>();

/** A reader that has seen enough (`| head`) is no error. */
function endOrThrow(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(exitCodes.answered);
  throw new UserError(`cannot write to the standard output: ${systemReason(error)}`, {
    exitCode: exitCodes.input,
  });
}

/** The same where nobody is left to catch it. */
function endOrTell(error: NodeJS.ErrnoException): never {
  try {
    return endOrThrow(error);
  } catch (reason) {
    process.stderr.write(`align: ${(reason as Error).message}\n`);
    return process.exit(exitCodes.input);
  }
}

function writeTo(stream: NodeJS.WriteStream, content: string | Uint8Array): void {
  if (!written.has(stream)) stream.on('error', stream === process.stdout ? endOrTell : () => {});
  written.add(stream);
  stream.write(content);
}

/** Whether it is a file, a pipe or the null device, which plain system calls can write to. */
function isDirect(descriptor: Descriptor): boolean {
  if (process.platform === 'win32') return false;
  try {
    const status = fstatSync(descriptor);
    return !status.isCharacterDevice() || status.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/** Writes as much as is taken at once; returns how much that was. */
function writeDirectly(descriptor: Descriptor, bytes: Uint8Array): number {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (failure.code === 'EAGAIN') return done;
    // What cannot be said on stderr cannot be said at all.
    if (descriptor === 1) endOrThrow(failure);
    return bytes.length;
  }
  return done;
}

/**
 * A standard stream. Node's own takes a tenth of a start to make, so that it is made only for a terminal,
 * and for a pipe that takes no more for the moment.
 */
function streamOf(descriptor: Descriptor): Stream {
  const stream = () => (descriptor === 1 ? process.stdout : process.stderr);
  if (!isDirect(descriptor)) {
    const { isTTY, columns, rows } = stream();
    const base = {
      write: (content: string | Uint8Array) => writeTo(stream(), content),
      isTTY: isTTY === true,
    };
    return isTTY ? { ...base, columns, rows } : base;
  }
  let isFull = false;
  const write = (content: string | Uint8Array) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const done = isFull ? 0 : writeDirectly(descriptor, bytes);
    isFull ||= done < bytes.length;
    if (isFull) writeTo(stream(), bytes.subarray(done));
  };
  return { write, isTTY: false };
}

function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new UserError('the current directory is not there any more', {
      hint: 'change to another one',
      exitCode: exitCodes.input,
    });
  }
}

/** The real world; a stream is looked at when it is needed. */
export function processIo(): Io {
  const streams: { stdout?: Stream; stderr?: Stream } = {};
  return {
    get stdout() {
      return (streams.stdout ??= streamOf(1));
    },
    get stderr() {
      return (streams.stderr ??= streamOf(2));
    },
    env: process.env,
    get cwd() {
      return currentDirectory();
    },
    get ask() {
      const isSomebodyThere = isatty(0) && isatty(2);
      return isSomebodyThere
        ? async (question: string) => (await import('./ask.ts')).askOnTerminal(question)
        : undefined;
    },
  };
}

/** Waits until all that was written has left. */
export async function flush(): Promise<void> {
  await Promise.all([...written].map((stream) => new Promise((done) => stream.write('', done))));
}

/** What the program knows of the world around it; tests hand it another one. */
export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

export interface Stream {
  readonly write: (text: string) => unknown;
  readonly isTTY: boolean;
  /** Width of the window, where there is one. */
  readonly columns?: number;
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  const base = { write: (text: string) => stream.write(text), isTTY: stream.isTTY === true };
  return stream.isTTY ? { ...base, columns: stream.columns } : base;
}

/** The real world. */
export function processIo(): Io {
  return {
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
  };
}

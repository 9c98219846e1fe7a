import type { Io } from './io.ts';

export interface Progress {
  /** @param share of the work done, in [0, 1] */
  readonly update: (share: number) => void;
  /** Clears the line. */
  readonly finish: () => void;
}

const patience = 500;
const redrawEvery = 100;
const barWidth = 24;

/** A bar on a terminal's stderr for work that takes longer than half a second; nothing elsewhere. */
export function createProgress(
  what: string,
  { stderr }: Pick<Io, 'stderr'>,
  quiet: boolean,
  now: () => number = () => performance.now(),
): Progress {
  if (quiet || !stderr.isTTY) return { update: () => {}, finish: () => {} };
  const start = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update: (share) => {
      const time = now();
      if (time - start < patience || time - drawn < redrawEvery) return;
      drawn = time;
      const full = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
      const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
      stderr.write(`\r${what}  ${bar}  ${String(Math.floor(share * 100)).padStart(3)} %`);
    },
    finish: () => {
      if (drawn > Number.NEGATIVE_INFINITY) {
        stderr.write(`\r${' '.repeat(what.length + barWidth + 10)}\r`);
      }
    },
  };
}

import type { Watch } from '../events/engine.ts';
import type { Io } from './io.ts';
import { createProgress } from './progress.ts';
import { endingSignals } from './staging.ts';

/**
 * Does work that asks engines. How far they are is shown on a terminal; a signal that ends the program
 * ends their queries first, for a server would go on with them, and a second one ends it at once.
 */
export async function watchQueries<T>(
  work: (watch: Watch) => Promise<T>,
  io: Pick<Io, 'stderr'>,
  quiet = false,
): Promise<T> {
  const controller = new AbortController();
  let heard: NodeJS.Signals | undefined;
  const forget = () => endingSignals.forEach((signal) => process.off(signal, stop));
  const stop = (signal: NodeJS.Signals) => {
    forget();
    heard = signal;
    controller.abort();
  };
  endingSignals.forEach((signal) => process.on(signal, stop));
  const bar = createProgress('Adding up events', io, quiet);
  try {
    return await work({
      signal: controller.signal,
      progress: (read, of) => {
        if (of !== undefined) bar.update(read / of);
      },
    });
  } finally {
    bar.finish();
    forget();
    // What started this program sees that it was ended, and by what.
    if (heard !== undefined) process.kill(process.pid, heard);
  }
}

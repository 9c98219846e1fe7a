import { exitCodes } from './exit-codes.ts';
import { processIo } from './io.ts';
import { run } from './main.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.answered);
  throw error;
});
process.on('SIGINT', () => process.exit(exitCodes.interrupted));

void run(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});

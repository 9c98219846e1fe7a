import { version } from '../version.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';

/**
 * Runs the command line: the one place where errors become messages and exit codes.
 *
 * @param argv the arguments after `align`
 * @returns the exit code
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      io.stdout.write(`${version}\n`);
      return exitCodes.answered;
    }
    const { execute } = await import('./program.ts');
    return await execute(argv, io);
  } catch (error) {
    const { report } = await import('./report-error.ts');
    return report(error, io, argv.includes('--debug'));
  }
}

import { UserError } from '../errors.ts';
import { plainLines } from '../plain-text.ts';
import { version } from '../version.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';

/** A text can have some 500 million characters. */
function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Invalid string length';
}

const tooLong = new UserError('the answer is longer than one text can be', {
  hint: 'ask about fewer issues (--from, --to, --topic, --session), or for --format csv',
  exitCode: exitCodes.input,
});

/** Tells a user's error from a bug, writes it to stderr, and says which exit code it has. */
export function report(thrown: unknown, { stderr }: Io, debug: boolean): number {
  const error = isTooLong(thrown) ? tooLong : thrown;
  if (error instanceof UserError) {
    const { location, message, hint } = error;
    const place = location ? `${location.file}:${location.line}:${location.column}: ` : '';
    stderr.write(`align: ${plainLines(place + message)}\n`);
    if (hint !== undefined) stderr.write(`  ${plainLines(hint)}\n`);
    if (debug && error.stack !== undefined) stderr.write(`${plainLines(error.stack)}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`align: this is a bug in align ${version}: ${plainLines(message)}\n`);
  if (debug && error instanceof Error) stderr.write(`${plainLines(error.stack ?? '')}\n`);
  else stderr.write('  run it again with --debug and report what it prints, with your command\n');
  return exitCodes.bug;
}

import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors.ts';

/** Asks a question on stderr and waits for a line. @throws UserError (usage) where the input ends instead */
export async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  terminal.on('SIGINT', () => {
    terminal.close();
    process.kill(process.pid, 'SIGINT');
  });
  const ended = async () => {
    await once(terminal, 'close');
    throw new UserError('there was no answer', { hint: '--yes asks nothing' });
  };
  try {
    return await Promise.race([terminal.question(question), ended()]);
  } finally {
    terminal.close();
  }
}

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
  const unanswered = () =>
    new UserError('there was no answer, and nothing is written', { hint: '--yes asks nothing' });
  const ended = async (): Promise<never> => {
    await once(terminal, 'close');
    throw unanswered();
  };
  try {
    return await Promise.race([terminal.question(question), ended()]);
  } catch (error) {
    // Ctrl-D aborts the question; a terminal that goes away only closes it.
    throw (error as Error).name === 'AbortError' ? unanswered() : error;
  } finally {
    terminal.close();
  }
}

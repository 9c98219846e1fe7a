import { script } from '@bomb.sh/tab';
import { UserError } from '../../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `align completion <shell>`: the script that the shell reads at its start. */
export async function completion(
  [shell]: readonly [string],
  _options: unknown,
  io: Io,
): Promise<number> {
  if (!shells.some((known) => known === shell))
    throw new UserError(`there is no completion for ${shell}`, {
      hint: `shells: ${shells.join(', ')}`,
    });
  // The package writes the script to stdout itself.
  script(shell, 'align', 'align');
  // What it writes for bash knows no files, which the other shells fall back to by themselves.
  if (shell === 'bash') io.stdout.write('complete -o default -F __align_complete align\n');
  return exitCodes.answered;
}

import type { Definition } from './definition.ts';

export const completion: Definition = {
  name: 'completion',
  description: 'shell completion, names of countries and issues included',
  operands: [['<shell>', 'bash, zsh, fish or powershell', ['bash', 'zsh', 'fish', 'powershell']]],
  options: () => [],
  examples: ['completion bash > ~/.local/share/bash-completion/completions/align'],
  load: () => import('../commands/completion.ts').then((m) => m.completion),
};

/** What the scripts of `align completion` call: it completes the commands given. */
export const completeOf = (commands: () => readonly Definition[]): Definition => ({
  name: 'complete',
  description: 'candidates for the last of the words',
  hidden: true,
  operands: [['[words...]', 'what stands after align']],
  options: () => [],
  load: () => import('../commands/complete.ts').then((m) => m.completeAmong(commands())),
});

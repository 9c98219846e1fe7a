import { intervalOptions, measureOptions, outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const config: Definition = {
  name: 'config',
  description: 'what is in force in this folder, and who said it',
  options: () => [selectionOptions(), measureOptions(), intervalOptions(), outputOptions('config')],
  examples: ['config', 'config --from 2020 -m kappa', 'config -f json'],
  load: () => import('../commands/config.ts').then((m) => m.config),
};

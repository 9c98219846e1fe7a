import {
  fullOption,
  intervalOptions,
  measureOptions,
  outputOptions,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

export const explain: Definition = {
  name: 'explain',
  description: 'why two countries or blocs score as they do, in sentences with their sources',
  operands: [
    ['<a>', 'country, actor or bloc, by name, ISO or COW code'],
    ['<b>', 'country, actor or bloc'],
    ['[issue]', 'id of one issue; without it, the whole record'],
  ],
  options: () => [
    [fullOption()],
    selectionOptions(),
    measureOptions(),
    intervalOptions(),
    outputOptions('explanation'),
  ],
  examples: [
    'explain china russia --to 2020-10-21',
    'explain china russia ladakh-2020',
    'explain india quad -t territorial-disputes -f markdown',
  ],
  load: () => import('../commands/explain.ts').then((m) => m.explain),
};

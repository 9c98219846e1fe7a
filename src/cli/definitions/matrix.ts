import { Option } from 'commander';
import { measureOptions, outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const matrix: Definition = {
  name: 'matrix',
  description: 'every pair of countries at once',
  operands: [['[countries...]', 'countries, actors or blocs (default: all with a position)']],
  options: () => [
    [
      new Option('--by <period>', 'a row per dyad and period, as CSV or JSON').choices([
        'year',
        'session',
      ]),
      new Option('--wide', 'CSV as a square table of the headline measure'),
    ],
    selectionOptions(),
    measureOptions(),
    outputOptions('matrix'),
  ],
  examples: [
    'matrix china russia india usa',
    'matrix -m cooperation',
    'matrix -c un-ga/ --session 70-75 --no-unanimous -f csv -o dyads.csv',
    'matrix -c un-ga/ --by session -f csv -o dyad-sessions.csv',
  ],
  load: () => import('../commands/matrix.ts').then((m) => m.matrix),
};

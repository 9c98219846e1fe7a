import { Option } from 'commander';
import {
  intervalOptions,
  measureOptions,
  outputOptions,
  positiveNumber,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

export const rank: Definition = {
  name: 'rank',
  description: 'who is nearest to a country, and who is farthest',
  operands: [['<country>', 'country or bloc, by name, ISO or COW code']],
  options: () => [
    [
      new Option('--min-joint <n>', 'joint issues that a country needs to be ranked')
        .argParser(positiveNumber('--min-joint'))
        .default(5),
      new Option('--top <n>', 'how many of either end the table shows')
        .argParser(positiveNumber('--top'))
        .default(10),
    ],
    selectionOptions(),
    measureOptions(),
    intervalOptions(),
    outputOptions(['table', 'json', 'csv', 'markdown']),
  ],
  examples: [
    'rank china',
    'rank india -c un-ga/ --session 70-75 --no-unanimous -m kappa',
    'rank russia --min-joint 50 -f csv',
  ],
  load: () => import('../commands/rank.ts').then((m) => m.rank),
};

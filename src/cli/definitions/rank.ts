import { Option } from 'commander';
import {
  choice,
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
  operands: [['<country>', 'country, actor or bloc, by name, ISO or COW code']],
  options: () => [
    [
      new Option('--min-joint <n>', 'joint issues that a country needs to be ranked')
        .argParser(positiveNumber('--min-joint'))
        .default(5),
      new Option('--top <n>', 'how many of either end the table shows')
        .argParser(positiveNumber('--top'))
        .default(10),
      choice(
        '--order <by>',
        'by the value, or by the lower end of its interval (the upper one of a divergence)',
        ['value', 'lower'],
        'value',
      ),
    ],
    selectionOptions(),
    measureOptions(),
    intervalOptions(),
    outputOptions('rank'),
  ],
  examples: [
    'rank china',
    'rank india -c un-ga/ --session 70-75 --no-unanimous -m kappa',
    'rank russia --min-joint 50 -f csv',
    'rank turkey --order lower',
    'rank china -m cooperation',
  ],
  load: () => import('../commands/rank.ts').then((m) => m.rank),
};

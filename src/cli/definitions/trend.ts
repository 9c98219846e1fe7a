import { Option } from 'commander';
import { trendUnits } from '../../results/vocabulary.ts';
import {
  choice,
  intervalOptions,
  measureOptions,
  outputOptions,
  positiveNumber,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

export const trend: Definition = {
  name: 'trend',
  description: 'how near two countries or blocs have been over time, and what changed when',
  operands: [
    ['<a>', 'country, actor or bloc, by name, ISO or COW code'],
    ['[b]', 'country, actor or bloc; without it, the first is compared with its own past'],
    ['[others...]', 'more of them, each with the first'],
  ],
  options: () => [
    [
      choice('--by <unit>', 'a point a year, a session or a window of years', trendUnits, 'year'),
      new Option(
        '--window <years>',
        'years of a window, which ends with each year in turn',
      ).argParser(positiveNumber('--window')),
    ],
    selectionOptions(),
    measureOptions(),
    intervalOptions(),
    outputOptions('trend'),
  ],
  examples: [
    'trend usa uk',
    'trend china russia india -t sanctions -f csv',
    'trend china russia --window 5',
    'trend usa',
    'trend china russia usa -m cooperation',
  ],
  load: () => import('../commands/trend.ts').then((m) => m.trend),
};

import { Option } from 'commander';
import { interactionUnits, partnerOrders } from '../../results/vocabulary.ts';
import { choice, interactionOptions, outputOptions, positiveNumber } from '../options.ts';
import type { Definition } from './definition.ts';

export const interactions: Definition = {
  name: 'interactions',
  description: 'what two countries or blocs did to and with each other, and when that changed',
  operands: [
    ['<a>', 'country or bloc, by name, ISO or COW code'],
    ['[b]', 'country or bloc; without it, all with whom the first has interactions'],
  ],
  options: () => [
    [
      choice(
        '--by <unit>',
        'what comes first, and has the rows of CSV; periods are months by month, else years',
        interactionUnits,
        'year',
      ),
      choice('--order <by>', 'partners by number (default) or net weight', partnerOrders),
      new Option('--top <n>', 'how many partners, and of the weightiest events, are shown')
        .argParser(positiveNumber('--top'))
        .default(10),
    ],
    interactionOptions(),
    outputOptions('interactions'),
  ],
  examples: [
    'interactions china india',
    'interactions china russia --by month --from 2025',
    'interactions russia --by partner --order net -f csv',
    'list interactions',
  ],
  load: () => import('../commands/interactions.ts').then((m) => m.interactions),
};

import { Option } from 'commander';
import {
  intervalOptions,
  measureOptions,
  outputOptions,
  periodOption,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

/** The two periods stand in their place. */
const replaced = new Set(['--from', '--to']);

export const drift: Definition = {
  name: 'drift',
  description: 'what moved between two periods: another behaviour, or only another agenda',
  operands: [
    ['<a>', 'country or bloc, by name, ISO or COW code'],
    ['<b>', 'country or bloc'],
  ],
  options: () => [
    [
      periodOption('--before <period>', 'the earlier period, such as 2016..2020, or one year'),
      periodOption('--after <period>', 'the later one'),
    ],
    selectionOptions().filter(({ long }: Option) => !replaced.has(long ?? '')),
    measureOptions(),
    intervalOptions(),
    outputOptions('drift'),
  ],
  examples: [
    'drift usa uk --before 2021..2024 --after 2025',
    'drift china russia --before 2016..2020 --after 2021..2025 -f markdown',
  ],
  load: () => import('../commands/drift.ts').then((m) => m.drift),
};

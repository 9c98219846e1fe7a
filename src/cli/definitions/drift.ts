import { Option } from 'commander';
import { inGroup } from '../help.ts';
import {
  intervalOptions,
  measureOptions,
  outputOptions,
  periodOption,
  shareOption,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

/** The two periods stand in their place. */
const replaced = new Set(['--from', '--to']);

export const drift: Definition = {
  name: 'drift',
  description: 'what moved between two periods: another behaviour, or only another agenda',
  operands: [
    [
      '[a]',
      'country, actor or bloc, by name, ISO or COW code; without any, who moved of all countries',
    ],
    ['[b]', 'country, actor or bloc'],
  ],
  options: () => [
    [
      periodOption('--before <period>', 'the earlier period, such as 2016..2020, or one year'),
      periodOption('--after <period>', 'the later one'),
    ],
    inGroup('Who moved', [
      new Option('--for <country>', 'of who moved, only with this country, actor or bloc'),
      new Option(
        '--min-effect <x>',
        'by how much the agreement of a dyad that moved differs at least (default: 0.05)',
      ).argParser(shareOption('--min-effect')),
      new Option('--quiet-if-none', 'write nothing at all if nothing moved'),
    ]),
    selectionOptions().filter(({ long }: Option) => !replaced.has(long ?? '')),
    measureOptions(),
    intervalOptions(),
    outputOptions('drift'),
  ],
  examples: [
    'drift usa uk --before 2021..2024 --after 2025',
    'drift china russia --before 2016..2020 --after 2021..2025 -f markdown',
    'drift --before 2016..2020 --after 2021..2025',
    'drift --for china --before 2024 --after 2025 --quiet-if-none -f markdown',
  ],
  load: () => import('../commands/drift.ts').then((m) => m.drift),
};

import { Option } from 'commander';
import { defaultBlocsSettings } from '../../analysis/blocs.ts';
import { leaveOutUnits } from '../../results/vocabulary.ts';
import {
  choice,
  fullOption,
  measureOptions,
  minJointOption,
  outputOptions,
  positiveNumber,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

export const blocs: Definition = {
  name: 'blocs',
  description: 'which countries stand together, around whom, and on what',
  operands: [['[countries...]', 'countries or blocs (default: all that can be compared)']],
  options: () => [
    [
      new Option('--k <n>', 'number of blocs (default: by silhouette, up to 10)').argParser(
        positiveNumber('--k'),
      ),
      choice(
        '--leave-out <unit>',
        'what is left out in turn to see whether the blocs hold',
        leaveOutUnits,
        defaultBlocsSettings.leaveOut,
      ),
      minJointOption(),
      fullOption(),
    ],
    selectionOptions(),
    measureOptions(),
    outputOptions('blocs'),
  ],
  examples: [
    'blocs',
    'blocs -c un-ga/ --from 2010 --to 2019 --k 3',
    'blocs usa uk france germany china russia india brazil -o blocs.svg',
    'blocs -t human-rights --leave-out topic -f csv',
  ],
  load: () => import('../commands/blocs.ts').then((m) => m.blocs),
};

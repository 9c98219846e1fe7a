import { exportNames } from '../../results/export.ts';
import { outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const exportData: Definition = {
  name: 'export',
  description: 'a selection of the catalogs as a table, for spreadsheets and other programs',
  operands: [
    [
      '<what>',
      'positions (with all about their issues), issues, interactions, blocs or sources',
      [...exportNames],
    ],
  ],
  options: () => [selectionOptions('low'), outputOptions('export')],
  examples: [
    'export positions -c eurasia-2020 -o positions.csv',
    'export positions -t cyber --from 2018 -o cyber.xlsx',
    'export interactions -f json',
  ],
  load: () => import('../commands/export.ts').then((m) => m.exportData),
};

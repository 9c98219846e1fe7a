import { Option } from 'commander';
import { fullOption, measureOptions, outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const diff: Definition = {
  name: 'diff',
  description: 'what changed between two editions of catalogs, and what it does to scores',
  operands: [
    ['<old>', 'file, directory, bundled name, git:REV (path of the other) or git:REV:PATH'],
    ['[new]', 'the same (default: the catalogs of the project)'],
  ],
  options: () => [
    [
      new Option(
        '--between <country...>',
        'how every dyad among these countries, actors or blocs moved (default: the five dyads that moved most)',
      ),
      new Option('--exit-code', 'exit with 1 if anything differs'),
      fullOption(),
    ],
    // The catalogs are the operands.
    selectionOptions().filter(({ long }: Option) => long !== '--catalog'),
    measureOptions(),
    outputOptions('diff'),
  ],
  examples: [
    'diff git:HEAD',
    'diff old.yaml new.yaml',
    'diff git:main catalogs/ --between china russia -f markdown',
    'diff git:v1.0.0:catalogs git:v2.0.0:catalogs --exit-code',
  ],
  load: () => import('../commands/diff.ts').then((m) => m.diff),
};

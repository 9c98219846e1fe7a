import { Option } from 'commander';
import { catalogOptions, outputOptions, wholeNumber } from '../options.ts';
import type { Definition } from './definition.ts';

export const validate: Definition = {
  name: 'validate',
  diagnoses: true,
  description: 'every problem in catalogs, with its place and what would be right',
  operands: [
    ['[catalogs...]', 'files, directories or bundled names (default: the project, or as -c says)'],
  ],
  options: () => [
    catalogOptions(),
    [
      new Option('--strict', 'exit with 1 for warnings too'),
      new Option('--max-warnings <n>', 'exit with 1 for more than so many warnings')
        .argParser(wholeNumber('--max-warnings'))
        .conflicts('strict'),
    ],
    [
      new Option('--fix', 'mend names to codes, order of dates, unused sources'),
      new Option('--watch', 'again whenever one of the files changes, until Ctrl-C').conflicts(
        'fix',
      ),
    ],
    [new Option('--all', 'every finding, not the first hundred')],
    [new Option('--against <record>', 'compare votes with an imported record (a directory)')],
    outputOptions('validation'),
  ],
  examples: [
    'validate my-catalog.yaml',
    'validate catalogs/ --strict -f github',
    'validate my-catalog.yaml --fix',
    'validate my-catalogs/ --watch',
    'validate my-catalog.yaml --against un-ga',
  ],
  load: () => import('../commands/validate.ts').then((m) => m.validate),
};

export const init: Definition = {
  name: 'init',
  description: 'a project of your own: align.yaml, a commented catalog and a policy to start from',
  operands: [['[dir]', 'where to write them (default: here)']],
  options: () => [
    [
      new Option('-y, --yes', 'ask nothing'),
      new Option('--force', 'overwrite the starter files that are there'),
    ],
  ],
  examples: ['init', 'init my-catalogs --yes'],
  load: () => import('../commands/init.ts').then((m) => m.init),
};

export const cache: Definition = {
  name: 'cache',
  description: 'forget catalogs that were read before',
  operands: [['<what>', 'clear: remove all that is kept', ['clear']]],
  options: () => [],
  load: () => import('../commands/cache.ts').then((m) => m.cache),
};

export const schema: Definition = {
  name: 'schema',
  description: 'JSON Schema of a file or result, for editors and scripts',
  operands: [
    [
      '[what]',
      'catalog, policy, result or project (default: catalog)',
      ['catalog', 'policy', 'result', 'project'],
    ],
  ],
  options: () => [outputOptions('schema')],
  examples: ['schema catalog -o catalog.schema.json'],
  load: () => import('../commands/schema.ts').then((m) => m.schema),
};

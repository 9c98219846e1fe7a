import { Option } from 'commander';
import { formatsOf } from '../../render/registry.ts';
import type { Definition } from './definition.ts';

export const importData: Definition = {
  name: 'import',
  description: 'an outside data set becomes a catalog',
  operands: [
    [
      '<layout>',
      'voeten (UNVotes.csv), un-library (UN Digital Library, either file), unvotes (tables of the R package), or table (any tidy CSV)',
      ['voeten', 'un-library', 'unvotes', 'table'],
    ],
    ['<file>', 'CSV, plain or gzip; for unvotes also the directory of its tables'],
  ],
  options: () => [
    [
      new Option('-o, --output <dir>', 'directory to write: new, empty, or an earlier import'),
      new Option('--id <id>', 'id of the catalog (default: the name of the directory)'),
      new Option('--title <text>', 'title of the catalog'),
      new Option('-f, --format <format>', 'how to say what was read')
        .choices(formatsOf('import'))
        .default('table'),
      new Option('--issue <column>', 'table: column of the issue').default('issue'),
      new Option('--country <column>', 'table: column of the country').default('country'),
      new Option('--position <column>', 'table: column of the position').default('position'),
      new Option('--date <column>', 'table: column of the date').default('date'),
      new Option('--issue-title <column>', 'table: column of a title, if there is one').default(
        'title',
      ),
      new Option('--topic <column>', 'table: column of topics, if there is one').default('topic'),
      new Option(
        '--scale <labels>',
        'table: labels from against to for, or a built-in scale; words for votes unless given',
      ),
    ],
  ],
  examples: [
    'import voeten UNVotes.csv -o un-ga',
    'import un-library 2025_ga_voting.csv.gz -o un-ga',
    'import table stands.csv -o eu --issue bill --country state --position vote',
    'import table survey.csv -o survey --scale low,middle,high',
  ],
  load: () => import('../commands/import.ts').then((m) => m.importData),
};

import { Option } from 'commander';
import { layoutNames } from '../../rollcalls/layouts/index.ts';
import { countryCodes } from '../../rollcalls/import/country-codes.ts';
import { dateFormats, manyRules, separators } from '../../results/vocabulary.ts';
import { inGroup } from '../help.ts';
import { formatsOf } from '../../render/registry.ts';
import type { Definition } from './definition.ts';

export const importData: Definition = {
  name: 'import',
  description: 'an outside data set becomes a catalog',
  operands: [
    [
      '[layout]',
      'how the file is written: voeten, un-library, unvotes or table; told by the header if left out',
      layoutNames,
    ],
    [
      '[file]',
      'CSV, also with semicolons or tabs, plain or gzip, .xlsx, or a folder with one file of votes',
    ],
  ],
  options: () => [
    [
      new Option('-o, --output <dir>', 'directory to write: new, empty, or an earlier import'),
      new Option('--lenient', 'import what can be read, however much is left out'),
      new Option('--replace', 'replace an earlier import that has more'),
      new Option('--all', 'list all that is left out'),
    ],
    inGroup('Catalog', [
      new Option('--id <id>', 'id of the catalog (default: the name of the directory)'),
      new Option('--title <text>', 'title of the catalog'),
    ]),
    inGroup('Codes', [
      new Option('--codes <codes>', 'codes of votes, where several fit: a name, or 1=yes,0=no'),
      new Option(
        '--scale <labels>',
        'labels from against to for, or a built-in scale, if positions are no votes',
      ),
      new Option('--country-codes <system>', 'codes of countries, where several fit').choices(
        countryCodes,
      ),
      new Option('--body <name>', 'of votes of several bodies, those of one: UNGA, UNSC'),
      new Option(
        '--many <rule>',
        'table: what becomes of several voters of a country on an issue (default: refuse)',
      ).choices(manyRules),
    ]),
    inGroup('Tables', [
      new Option('--dated <date>', 'date of all of it, if there is no column: 2024, 2024-05-01'),
      new Option('--date-format <form>', 'form of dates, where several fit').choices(dateFormats),
      new Option('--separator <kind>', 'what separates columns, where several fit').choices(
        separators,
      ),
      new Option('--sheet <name>', 'sheet of a workbook, if several have cells'),
      new Option('--issue <column>', 'table: column of the issue'),
      new Option('--country <column>', 'table: column of the country'),
      new Option('--position <column>', 'table: column of the position'),
      new Option('--date <column>', 'table: column of the date'),
      new Option('--issue-title <column>', 'table: column of a title'),
      new Option('--topic <column>', 'table: column of topics'),
    ]),
    inGroup('Output', [
      new Option('-f, --format <format>', 'how to say what was read')
        .choices(formatsOf('import'))
        .default('table'),
    ]),
  ],
  examples: [
    'import UNVotes.csv -o un-ga',
    'import un-library 2025_ga_voting.csv.gz -o un-ga',
    'import table stands.csv -o eu --issue bill --country state --position vote',
    'import survey.xlsx -o survey --scale low,middle,high --dated 2024',
    'import members.csv -o parliament --many majority',
  ],
  load: () => import('../commands/import.ts').then((m) => m.importData),
};

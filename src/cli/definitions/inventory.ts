import { Option } from 'commander';
import { catalogOptions, inventoryOptions, outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const list: Definition = {
  name: 'list',
  description: 'what the catalogs hold, and the measures there are',
  operands: [
    [
      '[what]',
      'positions, issues, countries, actors, topics, sources, blocs, interactions (align interactions adds them up), catalogs, measures or conventions; without it, an overview',
      [
        'positions',
        'issues',
        'countries',
        'actors',
        'topics',
        'sources',
        'blocs',
        'interactions',
        'catalogs',
        'measures',
        'conventions',
      ],
    ],
    [
      '[countries...]',
      'of positions: the countries, actors or blocs to compare; without them, all',
    ],
  ],
  options: () => [
    inventoryOptions(),
    [
      new Option('--series', 'of issues: those that are one text coming back, a row for each text'),
      new Option('--differ', 'of positions: only issues on which the countries differ'),
    ],
    outputOptions('listing'),
  ],
  examples: [
    'list',
    'list issues -t cyber --from 2018',
    'list issues --series',
    'list positions china russia india -t cyber --differ',
    'list sources -c eurasia-2020 -f csv',
  ],
  load: () => import('../commands/list.ts').then((m) => m.list),
};

export const show: Definition = {
  name: 'show',
  description: 'everything on one issue: who stands where, how sure that is, and the sources',
  operands: [['<issue>', 'id of an issue, or of a catalog']],
  options: () => [
    catalogOptions(),
    [new Option('--country <name...>', 'only the positions of these countries, actors or blocs')],
    outputOptions('issue'),
  ],
  examples: ['show ladakh-2020', 'show ladakh-2020 --country quad', 'show eurasia-2020'],
  load: () => import('../commands/show.ts').then((m) => m.show),
};

export const cite: Definition = {
  name: 'cite',
  description: 'the sources behind a score, or behind a whole selection',
  operands: [
    ['[a]', 'country, actor or bloc'],
    ['[b]', 'country, actor or bloc; without it, all that is known of the first'],
  ],
  options: () => [selectionOptions(), outputOptions('citations')],
  examples: ['cite china russia', 'cite china russia -t territorial-disputes -o refs.bib', 'cite'],
  load: () => import('../commands/cite.ts').then((m) => m.cite),
};

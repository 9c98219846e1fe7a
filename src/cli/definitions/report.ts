import { Option } from 'commander';
import { chartNames } from '../../render/kit/charts/chart-names.ts';
import { intervalOptions, measureOptions, outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const report: Definition = {
  name: 'report',
  description: 'one self-contained HTML page with charts, evidence and sources',
  operands: [
    ['[a]', 'country, actor or bloc, by name, ISO or COW code'],
    ['[b]', 'country, actor or bloc'],
  ],
  options: () => [
    [
      new Option(
        '--matrix [countries...]',
        'all pairs of these countries, or of those the catalogs cover best',
      ),
      new Option('--chart <name>', 'which chart, with --format svg').choices([...chartNames]),
    ],
    selectionOptions(),
    measureOptions(),
    intervalOptions(),
    outputOptions('report'),
  ],
  examples: [
    'report china russia -o report.html',
    'report china russia --chart topics -o topics.svg',
    'report --matrix china russia usa india japan -o matrix.html',
  ],
  load: () => import('../commands/report.ts').then((m) => m.report),
};

import { Option } from 'commander';
import { catalogOptions, outputOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const check: Definition = {
  name: 'check',
  description: 'whether scores are as a policy asserts, for pipelines',
  operands: [
    [
      '[policy]',
      'policy file in YAML; align schema policy describes it (default: that of the project)',
    ],
  ],
  options: () => [
    catalogOptions(),
    [
      new Option('--baseline <file>', 'recorded scores (default: beside the policy)'),
      new Option('--update-baseline', 'record the scores that changes are measured against'),
    ],
    outputOptions('check'),
  ],
  examples: [
    'check watch.yaml',
    'check watch.yaml --update-baseline',
    'check watch.yaml -f junit -o align.xml',
  ],
  load: () => import('../commands/check.ts').then((m) => m.check),
};

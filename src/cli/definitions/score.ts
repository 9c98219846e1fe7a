import {
  fullOption,
  intervalOptions,
  measureOptions,
  outputOptions,
  periodOption,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

export const score: Definition = {
  name: 'score',
  description: 'how near two countries or blocs are, on what, and how sure that is',
  operands: [
    ['<a>', 'country, actor or bloc, by name, ISO or COW code'],
    ['<b>', 'country, actor or bloc'],
    ['[others...]', 'more of them: all dyads among them, and what separates each'],
  ],
  options: () => [
    [
      fullOption(),
      periodOption(
        '--versus <period>',
        'beside an earlier period, such as 2013..2019; without --from, since then',
      ),
    ],
    selectionOptions(),
    measureOptions(),
    intervalOptions(),
    outputOptions('score'),
  ],
  examples: [
    'score china russia',
    'score prc "russian federation" --to 2020-10-21',
    'score india quad -t sanctions -f json',
    'score china russia india pakistan',
    'score china russia --versus 2013..2019',
  ],
  load: () => import('../commands/score.ts').then((m) => m.score),
};

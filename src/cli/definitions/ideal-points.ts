import { Option } from 'commander';
import { defaultIdealPoints } from '../../analysis/ideal-points/settings.ts';
import { idealPointEditions } from '../../results/vocabulary.ts';
import { inGroup } from '../help.ts';
import {
  choice,
  fullOption,
  outputOptions,
  positiveDecimal,
  positiveNumber,
  selectionOptions,
} from '../options.ts';
import type { Definition } from './definition.ts';

const { edition, model } = defaultIdealPoints;

const setting = (flags: string, description: string, preset: number) =>
  new Option(flags, description)
    .argParser(positiveDecimal(flags.split(' ')[0] ?? ''))
    .default(preset);

export const idealPoints: Definition = {
  name: 'ideal-points',
  description: 'where countries stand on the first dimension of their votes, session by session',
  operands: [
    ['[countries...]', 'countries to show (default: all; charts show the permanent members)'],
  ],
  options: () => [
    [
      choice(
        '--edition <year>',
        'filters of this edition of the published estimates',
        idealPointEditions,
        edition,
      ),
      new Option('--no-links', 'do not link roll calls on a text that returns the next session'),
      fullOption(),
      new Option('--positive <country>', 'whose side is positive (default: the United States)'),
    ],
    inGroup('Model', [
      setting('--walk <variance>', 'of the step from one session to the next', model.walk),
      setting('--entry <variance>', 'of a country’s first point', model.entry),
      setting('--power <number>', 'weight of sessions in the scale, by their votes', model.power),
      setting('--tolerance <change>', 'of the points in a round, to stop at', model.tolerance),
      new Option('--max-rounds <number>', 'rounds after which the fit is given up')
        .argParser(positiveNumber('--max-rounds'))
        .default(model.maxRounds),
    ]),
    selectionOptions(),
    outputOptions('idealPoints'),
  ],
  examples: [
    'ideal-points usa russia china',
    'ideal-points usa russia china -c un-ga/ -o points.svg',
    'ideal-points -c un-ga/ --session 65-74 -f csv -o points.csv',
  ],
  load: () => import('../commands/ideal-points.ts').then((m) => m.idealPoints),
};

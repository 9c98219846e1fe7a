import { growing, left, right } from '../kit/columns.ts';
import { count, decimal, signed } from '../kit/numbers.ts';
import { paragraph, table } from '../kit/text.ts';
import { titleWithExtent } from '../kit/title.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { extentWords, nextWords, nothingWords, pairWords, ruleWords, titleWords } from './words.ts';

type Movers = Renderable['movers'];

const most = 20;

function tables(movers: Movers, { width, color }: RenderContext): readonly string[] {
  const style = { indent: '  ', header: color.bold };
  const { countries, dyads } = movers;
  const more = dyads.length - most;
  return [
    ...(countries.length === 0
      ? []
      : [
          table(
            [growing('Countries that moved'), right('dyads moved'), left(''), right('mean change')],
            countries.map(({ name, meanDifference, dyads: tested, moved }) => [
              name,
              count(moved),
              `of ${count(tested)}`,
              decimal(meanDifference),
            ]),
            width,
            style,
          ),
        ]),
    table(
      [
        growing('Dyads that moved'),
        right('texts'),
        right('before'),
        right('after'),
        right('change'),
        right('at least'),
      ],
      dyads
        .slice(0, most)
        .map(({ a, b, series, before, after, difference, lower }) => [
          pairWords(movers, a, b),
          count(series),
          decimal(before),
          decimal(after),
          signed(difference, 2),
          decimal(lower),
        ]),
      width,
      style,
    ) + (more > 0 ? `\n  ${color.dim(`and ${count(more)} more`)}` : ''),
  ];
}

/** Countries that moved, then dyads, then what it takes to be among them. */
export const render: Renderer<Movers> = (movers, context) => {
  const { width, color } = context;
  const notes = [...ruleWords(movers), nextWords(movers)].filter((words) => words !== '');
  return [
    titleWithExtent(titleWords(movers), extentWords(movers), context).join('\n'),
    ...(movers.moved === 0
      ? [paragraph(nothingWords(movers), width, '  ')]
      : tables(movers, context)),
    notes
      .flatMap((words) => paragraph(words, width, '  ').split('\n'))
      .map((line) => color.dim(line))
      .join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
};

import stringWidth from 'fast-string-width';
import { growing, left, right } from '../kit/columns.ts';
import { count, countedCountries, countedSides, decimal, interval } from '../kit/numbers.ts';
import { rankFacts } from './words.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { pointOnScale } from '../kit/bars.ts';
import { shownRange } from '../kit/shown-range.ts';
import { flow, paragraph, table } from '../kit/text.ts';

type Rank = Renderable['rank'];

const indent = '  ';

/** In a narrower window, names need the room more. */
const leastWithScale = 56;

/** Rows one after the other, the first of which has this rank. */
function listed(
  title: string,
  result: Rank,
  rows: Rank['ranked'],
  first: number,
  { width, color }: RenderContext,
): string {
  const range = shownRange(result.measure, result.ranked);
  const hasScale = width >= leastWithScale;
  const scale = Math.min(24, Math.max(10, width - 66));
  const cells = rows.map(({ name, n, value, low, high }, i) => [
    count(first + i),
    name,
    count(n),
    ...(hasScale ? [pointOnScale(value, low, high, range, scale)] : []),
    decimal(value),
    interval(low, high).replaceAll(' ', ''),
  ]);
  return table(
    [
      right(''),
      growing(title),
      right('n'),
      ...(hasScale ? [left('')] : []),
      right(''),
      left('95 %'),
    ],
    cells,
    width,
    { indent, header: color.bold },
  );
}

/** Nearest and farthest countries, each with its evidence. */
export const render: Renderer<Rank> = (result, context) => {
  const { color, width } = context;
  const { ranked, leftOut, of, actors } = result;
  const extent = flow(rankFacts(result), ' · ', width).split('\n');
  const [only = ''] = extent;
  const { name } = result.country;
  const fits = extent.length === 1 && stringWidth(name) + 2 + stringWidth(only) <= width;
  const between = of - ranked.length;
  const half = ranked.length / 2;
  const lists =
    between === 0
      ? [listed('From the nearest', result, ranked, 1, context)]
      : [
          listed('Nearest', result, ranked.slice(0, half), 1, context),
          '',
          listed('Farthest', result, ranked.slice(half), of - half + 1, context),
        ];
  const notes = [
    ...(between > 0
      ? [
          `${countedCountries(between, actors - ranked.filter(({ actor }) => actor).length)} between them; --top or --format csv has more.`,
        ]
      : []),
    ...[...new Set(leftOut.map(({ reason }) => reason))].map((reason) => {
      return `${countedSides(leftOut.filter((each) => each.reason === reason))} left out: ${reason}.`;
    }),
  ];
  return [
    color.bold(paragraph(name, width)) + (fits ? `  ${color.dim(only)}` : ''),
    ...(fits ? [] : extent.map((line) => color.dim(line))),
    '',
    ...lists,
    ...(notes.length > 0
      ? ['', ...notes.map((note) => color.dim(paragraph(note, width, indent)))]
      : []),
    '',
  ].join('\n');
};

import { count, counted, decimal, interval } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { pointOnScale } from './bars.ts';
import { flow, paragraph, stringWidth, table } from './text.ts';

type Rank = Renderable['rank'];

const indent = '  ';

function rangeOf({ ranked }: Rank): readonly [number, number] {
  return ranked.some(({ value, low }) => value < 0 || (low ?? 0) < 0) ? [-1, 1] : [0, 1];
}

function listed(
  title: string,
  result: Rank,
  from: number,
  to: number,
  { width, color }: RenderContext,
): string {
  const range = rangeOf(result);
  const scale = Math.min(24, Math.max(10, width - 66));
  const rows = result.ranked.slice(from, to).map((partner, i) => {
    const { value, low, high, n } = partner;
    return [
      count(from + i + 1),
      partner.name,
      count(n),
      pointOnScale(value, low, high, range, scale),
      decimal(value),
      interval(low, high).replaceAll(' ', ''),
    ];
  });
  return table(
    [
      { title: '', align: 'right' },
      { title, grow: 1 },
      { title: 'n', align: 'right' },
      { title: '' },
      { title: '', align: 'right' },
      { title: '95 %' },
    ],
    rows,
    width,
    { indent, header: color.bold },
  );
}

/** Nearest and farthest countries, each with its evidence. */
export const renderRank: Renderer<Rank> = (result, context) => {
  const { color, width } = context;
  const { ranked, leftOut, top, minJoint } = result;
  const kind = result.distance === null ? result.measure : `${result.measure}, ${result.distance}`;
  const facts = [
    counted(ranked.length, 'country'),
    counted(result.issues, 'issue'),
    kind,
    `at least ${counted(minJoint, 'joint issue')}`,
  ];
  const extent = flow(facts, ' · ', width).split('\n');
  const [only = ''] = extent;
  const { name } = result.country;
  const fits = extent.length === 1 && stringWidth(name) + 2 + stringWidth(only) <= width;
  const whole = ranked.length <= 2 * top;
  const lists = whole
    ? [listed('From the nearest', result, 0, ranked.length, context)]
    : [
        listed('Nearest', result, 0, top, context),
        '',
        listed('Farthest', result, ranked.length - top, ranked.length, context),
      ];
  const left = whole ? 0 : ranked.length - 2 * top;
  const notes = [
    ...(left > 0
      ? [`${counted(left, 'country')} between them; --top or --format csv has more.`]
      : []),
    ...[...new Set(leftOut.map(({ reason }) => reason))].map((reason) => {
      const countries = leftOut.filter((each) => each.reason === reason).length;
      return `${counted(countries, 'country')} left out: ${reason}.`;
    }),
  ];
  return [
    color.bold(name) + (fits ? `  ${color.dim(only)}` : ''),
    ...(fits ? [] : extent.map((line) => color.dim(line))),
    '',
    ...lists,
    ...(notes.length > 0
      ? ['', ...notes.map((note) => color.dim(paragraph(note, width, indent)))]
      : []),
    '',
  ].join('\n');
};

import { goldsteinRange } from '../../measures/goldstein.ts';
import { pointOnScale, ruler } from '../kit/bars.ts';
import { type Column, left, right } from '../kit/columns.ts';
import { periodWords } from '../kit/dates.ts';
import { count, finePercent, signed } from '../kit/numbers.ts';
import { flow, paragraph, table } from '../kit/text.ts';
import { titleWithExtent } from '../kit/title.ts';
import { tone } from '../kit/tone.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { filledPeriods, type Part, partsOf, titledColumns } from './parts.ts';
import {
  breaksInWords,
  breakWords,
  interactionsTitle,
  totalWords,
  weightInterval,
} from './words.ts';

type Interactions = Renderable['interactions'];
type Period = Interactions['periods'][number];

const indent = '  ';
const gap = 2;
const [narrowest, widest] = [13, 41] as const;

interface Field {
  readonly column: Column;
  readonly cells: readonly string[];
}

/** Columns of the window that the table leaves for one more beside these. */
function roomBeside(fields: readonly Field[], width: number): number {
  return fields.reduce(
    (rest, { column, cells }) =>
      rest - gap - Math.max(column.title.length, ...cells.map(({ length }) => length)),
    width - gap,
  );
}

/** The mean weight of each period on a scale; what a narrow window has no room for is left out. */
function periodTable(result: Interactions, title: string, { width, color }: RenderContext): string {
  const periods = filledPeriods(result);
  const marked = new Set((result.breaks ?? []).map(({ period }) => period));
  const field = (column: Column, cell: (period: Period) => string): Field => ({
    column,
    cells: periods.map(cell),
  });
  const before = [
    field(left(title), ({ period }) => period),
    field(right('n'), ({ n }) => count(n)),
    field(right('of'), ({ of }) => count(of)),
    field(right('Share'), ({ share }) => finePercent(share)),
  ];
  const both = [
    field(right('coop.'), ({ cooperative }) => count(cooperative)),
    field(right('confl.'), ({ conflictual }) => count(conflictual)),
  ];
  const mean = field(right('Mean'), ({ meanGoldstein }) => signed(meanGoldstein));
  const inside = field(left('95 %'), ({ low, high }) => weightInterval(low, high));
  const marks = periods.some(({ period }) => marked.has(period))
    ? [field(left(''), ({ period }) => (marked.has(period) ? '◂' : ''))]
    : [];
  const choices = [
    [...both, mean, inside, ...marks],
    [mean, inside, ...marks],
    [mean, ...marks],
  ];
  const after =
    choices.find((each) => roomBeside([...before, ...each], width) >= narrowest) ?? choices.at(-1)!;
  const room = Math.min(widest, Math.max(narrowest, roomBeside([...before, ...after], width)));
  const scale = field(left(ruler(goldsteinRange, room)), ({ meanGoldstein, low, high }) =>
    meanGoldstein === null
      ? ''
      : tone(
          color,
          (meanGoldstein + 10) / 20,
        )(pointOnScale(meanGoldstein, low, high, goldsteinRange, room)),
  );
  const fields = [...before, scale, ...after];
  return table(
    fields.map(({ column }) => column),
    periods.map((_, i) => fields.map(({ cells }) => cells[i] ?? '')),
    width,
    { indent, header: color.bold },
  );
}

/** Below so many columns intervals are left out of all tables but that of the periods. */
const wide = 76;

const short: Readonly<Record<string, string>> = { Cooperative: 'coop.', Conflictual: 'confl.' };

function partTable(part: Part, { width, color }: RenderContext): string {
  const columns = titledColumns(part);
  const isShown = (place: number) => width >= wide || columns[place]?.title !== '95 %';
  return table(
    columns
      .filter((_, place) => isShown(place))
      .map((column) => ({ ...column, title: short[column.title] ?? column.title })),
    part.rows.map((cells) => cells.filter((_, place) => isShown(place))),
    width,
    { indent, header: color.bold },
  );
}

/** What it all amounts to, then a table of each part, and below that of the periods the breaks in words. */
export const render: Renderer<Interactions> = (result, context) => {
  const { width, color } = context;
  const { period, breaks } = result;
  const said = (text: string) => (text === '' ? [] : [color.dim(paragraph(text, width, indent))]);
  const told = partsOf(result).map((part) =>
    part.what === 'period'
      ? [
          periodTable(result, part.title, context),
          ...said(part.note),
          ...said(breaksInWords(result)),
          ...(breaks ?? []).map((each) => paragraph(breakWords(each), width, indent, '    ')),
        ]
      : [
          ...(part.what === 'event' ? [`${indent}${color.bold(part.title)}`] : []),
          partTable(part, context),
          ...said(part.note),
        ],
  );
  return [
    [
      ...titleWithExtent(interactionsTitle(result), period ? periodWords(period) : '', context),
      flow(totalWords(result), ' · ', width, indent),
    ].join('\n'),
    ...told.map((lines) => lines.join('\n')),
  ]
    .join('\n\n')
    .concat('\n');
};

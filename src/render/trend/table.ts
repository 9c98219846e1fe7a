import { pointOnScale, ruler } from '../kit/bars.ts';
import { type Column, left, right } from '../kit/columns.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import { shownRange } from '../kit/shown-range.ts';
import { paragraph, table, wrap } from '../kit/text.ts';
import { tone } from '../kit/tone.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import {
  breaksInWords,
  breakWords,
  dyadsOf,
  isOf,
  pairWords,
  pointWords,
  shortKinds,
} from './words.ts';

type Trend = Renderable['trend'];

const [narrowest, widest] = [13, 61] as const;
/** Of a break in words. */
const breakRoom = 18;
const gap = 2;

interface Part {
  readonly column: Column;
  readonly cells: readonly string[];
}

/** Columns of the window that the table leaves for one more beside these. */
function roomBeside(parts: readonly Part[], width: number): number {
  const widths = parts.map(({ column, cells }) =>
    Math.max(column.title.length, ...cells.map(({ length }) => length)),
  );
  return widths.reduce((rest, each) => rest - each - gap, width - gap);
}

/** The value of each period on a scale, then in figures; the first period after a break has a mark. */
function chart(
  trend: Trend,
  { points, breaks }: Pick<Trend, 'points' | 'breaks'>,
  { color, width }: RenderContext,
): string {
  const range = shownRange(trend.measure, points);
  const kinds = new Map(breaks.map(({ period, kind }) => [period, kind]));
  const part = (column: Column, cell: (point: Trend['points'][number]) => string): Part => ({
    column,
    cells: points.map(cell),
  });
  const before = [
    part(left(trend.by === 'session' ? 'Session' : 'Year'), ({ period }) => period),
    part(right('n'), ({ n }) => count(n)),
  ];
  const figure = part(right(''), ({ value }) => decimal(value));
  const inside = part(left('95 %'), ({ low, high }) => interval(low, high).replaceAll(' ', ''));
  const mark = part(left(''), ({ period }) => {
    const kind = kinds.get(period);
    if (kind === undefined) return '';
    return width >= widest + breakRoom ? `◂ ${shortKinds[kind]}` : '◂';
  });
  const marks = breaks.length > 0 ? [mark] : [];
  // The scale shows the interval too: where there is no room for both, the scale stays.
  const full = [figure, inside, ...marks];
  const after = roomBeside([...before, ...full], width) >= narrowest ? full : [figure, ...marks];
  const room = roomBeside([...before, ...after], width);
  const scaleWidth = Math.min(widest, Math.max(narrowest, room));
  const scale = part(left(ruler(range, scaleWidth)), ({ value, low, high }) => {
    if (value === null) return '';
    const share = (value - range[0]) / (range[1] - range[0]);
    return tone(color, share)(pointOnScale(value, low, high, range, scaleWidth));
  });
  const parts = [...before, scale, ...after];
  return table(
    parts.map(({ column }) => column),
    points.map((_, i) => parts.map(({ cells }) => cells[i] ?? '')),
    width,
    { indent: '  ', header: color.bold },
  );
}

/** A line a period: the value on a scale with its interval; then the breaks, in words. */
export const render: Renderer<Trend> = (trend, context) => {
  const { color, width } = context;
  const parts = dyadsOf(trend).map((dyad) => {
    const isOwn = isOf(dyad);
    const breaks = trend.breaks.filter(isOwn);
    return [
      color.bold(paragraph(pairWords(trend, ...dyad), width)),
      chart(trend, { points: trend.points.filter(isOwn), breaks }, context),
      paragraph(breaksInWords(trend, dyad), width, '  '),
      ...breaks.map((each) => paragraph(breakWords(trend, each), width, '    ', '      ')),
    ].join('\n');
  });
  const head = wrap(pointWords(trend), width).map((line) => color.dim(line));
  return [head.join('\n'), ...parts].join('\n\n').concat('\n');
};

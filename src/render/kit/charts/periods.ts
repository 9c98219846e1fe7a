import { decimal } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { estimateMarks, grid, scaleAxis, scaleTicks } from './marks.ts';
import { rowLayout, rowTexts } from './rows.ts';

/** A value of a period, with its interval where it has one. */
export interface PeriodRow {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it has no interval by its nature, rather than for too few issues. */
  readonly exact?: boolean;
}

/** Values of an earlier period and a later one, a group of rows a kind of value. */
export function drawPeriods(
  label: string,
  groups: readonly (readonly PeriodRow[])[],
  range: readonly [number, number],
  frame: Frame,
): Drawing {
  const rows = groups.flatMap((group, g) => {
    const start = groups.slice(0, g).reduce((n, { length }) => n + length + 0.6, 0);
    return group.map((each, i) => ({ ...each, row: start + i, end: decimal(each.value) }));
  });
  const exact = rows.filter((each) => each.exact === true);
  return drawChart(label, frame, {
    ...rowLayout((rows.at(-1)?.row ?? 0) + 1, frame),
    x: { domain: range, axis: null },
    marks: [
      Plot.gridX(scaleTicks(range), grid),
      Plot.axisX(scaleTicks(range), { ...scaleAxis, anchor: 'top' }),
      ...estimateMarks(
        rows.filter((each) => each.exact !== true),
        'x',
        'row',
      ),
      Plot.dot(exact, { x: 'value', y: 'row', r: 4.5, className: 'strong', fill: 'currentColor' }),
      ...rowTexts(rows, frame, 'strong'),
    ],
  });
}

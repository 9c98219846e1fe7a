import type { InteractionSums } from '../../../results/interactions.ts';
import { count, signed } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { axis, grid } from './marks.ts';
import { rowLayout, rowTexts } from './rows.ts';

type Sums = Pick<InteractionSums, 'n' | 'cooperative' | 'conflictual' | 'meanGoldstein'>;

export interface CooperationRow extends Sums {
  readonly name: string;
}

/** Cooperative interactions to the right, conflictual ones to the left, the mean Goldstein weight at the end. */
export function drawCooperationRows(
  label: string,
  all: readonly CooperationRow[],
  frame: Frame,
): Drawing {
  const rows = all.map(({ name, n, cooperative, conflictual, meanGoldstein }, row) => ({
    row,
    label: `${name} (${count(n)})`,
    end: signed(meanGoldstein),
    cooperative,
    conflictual: -conflictual,
  }));
  const bar = (tone: 'near' | 'far', x: 'cooperative' | 'conflictual') =>
    Plot.ruleY(
      rows.filter((row) => row[x] !== 0),
      { y: 'row', x1: 0, x2: x, className: `${tone}-line`, strokeWidth: 11 },
    );
  return drawChart(label, frame, {
    ...rowLayout(rows.length, frame),
    x: {
      domain: [
        Math.min(0, ...rows.map(({ conflictual }) => conflictual)),
        Math.max(1, ...rows.map(({ cooperative }) => cooperative)),
      ],
      nice: true,
      axis: null,
    },
    marks: [
      Plot.gridX({ ...grid, ticks: 5 }),
      Plot.axisX({
        ...axis,
        anchor: 'top',
        ticks: 5,
        tickFormat: (value: number) => (Number.isInteger(value) ? count(Math.abs(value)) : ''),
      }),
      bar('near', 'cooperative'),
      bar('far', 'conflictual'),
      Plot.ruleX([0], { className: 'mid-line' }),
      ...rowTexts(rows, frame, 'strong'),
    ],
  });
}

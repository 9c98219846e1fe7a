import type { InteractionBreak, InteractionPeriod } from '../../../results/interactions.ts';
import { count, signed } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, frameWidth, Plot } from './draw.ts';
import { axis, estimateMarks, grid } from './marks.ts';
import { timeScale } from './time-scale.ts';

const layouts = {
  wide: { marginLeft: 44, marginRight: 18, labels: 14 },
  narrow: { marginLeft: 40, marginRight: 16, labels: 5 },
} as const;
const [marginTop, marginBottom] = [30, 30] as const;

function timeAxis(periods: readonly InteractionPeriod[], frame: Frame) {
  const { marginLeft, marginRight, labels } = layouts[frame];
  const scale = timeScale(
    periods.map(({ period }) => period),
    labels,
  );
  const { first, last, shown, labelOf } = scale;
  return {
    ...scale,
    column: (frameWidth[frame] - marginLeft - marginRight) / (last - first + 1),
    options: {
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { domain: [first - 0.5, last + 0.5], axis: null },
    },
    mark: Plot.axisX(shown, { ...axis, tickPadding: 8, tickFormat: labelOf }),
  } as const;
}

const heading = (words: string, frame: Frame) =>
  Plot.text([words], {
    frameAnchor: 'top-left',
    dx: -layouts[frame].marginLeft,
    dy: -marginTop + 10,
    textAnchor: 'start',
    lineAnchor: 'middle',
    className: 'heading strong',
  });

/** How many interactions were cooperative, above the line, and conflictual, below it, period by period. */
export function drawCooperation(
  label: string,
  periods: readonly InteractionPeriod[],
  frame: Frame,
): Drawing {
  const { placeOf, column, options, mark } = timeAxis(periods, frame);
  const points = periods.map(({ period, cooperative, conflictual }) => ({
    x: placeOf(period),
    cooperative,
    conflictual: -conflictual,
  }));
  const strokeWidth = Math.max(1, Math.min(26, column * 0.7));
  const most = Math.max(1, ...points.flatMap((point) => [point.cooperative, -point.conflictual]));
  const bars = (tone: 'near' | 'far', y: 'cooperative' | 'conflictual') =>
    Plot.ruleX(
      points.filter((point) => point[y] !== 0),
      { x: 'x', y1: 0, y2: y, className: `${tone}-line`, strokeWidth },
    );
  const corner = { dx: -2, className: 'muted', textAnchor: 'end' } as const;
  return drawChart(label, frame, {
    height: frame === 'wide' ? 240 : 210,
    ...options,
    y: {
      domain: [-Math.max(0, ...points.map((point) => -point.conflictual)), most],
      nice: true,
      axis: null,
    },
    marks: [
      heading('Interactions', frame),
      Plot.gridY({ ...grid, ticks: 5 }),
      Plot.axisY({
        ...axis,
        ticks: 5,
        tickFormat: (value: number) => (Number.isInteger(value) ? count(Math.abs(value)) : ''),
      }),
      mark,
      bars('near', 'cooperative'),
      bars('far', 'conflictual'),
      Plot.ruleY([0], { className: 'mid-line' }),
      Plot.text(['cooperative ↑  ↓ conflictual'], { ...corner, frameAnchor: 'top-right', dy: -14 }),
    ],
  });
}

const ticks = [-10, -5, 0, 5, 10];

/**
 * The mean Goldstein weight period by period with its interval, hollow where there is none; breaks are
 * upright lines with the year at their top, and level lines the means of the years between them.
 */
export function drawMeans(
  label: string,
  periods: readonly InteractionPeriod[],
  breaks: readonly InteractionBreak[],
  frame: Frame,
): Drawing {
  const { placeOf, column, options, mark, first, last } = timeAxis(periods, frame);
  const points = periods.map(({ period, meanGoldstein, low, high }) => ({
    x: placeOf(period),
    value: meanGoldstein,
    low,
    high,
  }));
  const isByMonth = periods.some(({ period }) => period.includes('-'));
  const edge = (year: string) => placeOf(isByMonth ? `${year}-01` : year) - 0.5;
  const after = (year: string) => edge(String(Number(year) + 1));
  const [earliest] = breaks;
  const segments = earliest ? [earliest.before, ...breaks.map((each) => each.after)] : [];
  const levels = segments.map(({ from, to, meanGoldstein }) => ({
    from: Math.max(first - 0.5, edge(from)),
    to: Math.min(last + 0.5, after(to)),
    meanGoldstein,
  }));
  return drawChart(label, frame, {
    height: frame === 'wide' ? 240 : 210,
    ...options,
    y: { domain: [-10, 10], axis: null },
    marks: [
      heading('Mean Goldstein weight', frame),
      Plot.gridY(ticks, grid),
      Plot.axisY(ticks, { ...axis, tickFormat: (value: number) => signed(value, 0) }),
      mark,
      Plot.ruleY([0], { className: 'mid-line' }),
      Plot.link(levels, {
        x1: 'from',
        x2: 'to',
        y1: 'meanGoldstein',
        y2: 'meanGoldstein',
        className: 'mid-line',
        strokeWidth: 5,
        strokeOpacity: 0.35,
      }),
      Plot.ruleX(
        breaks.map(({ period }) => edge(period)),
        { strokeWidth: 1.5 },
      ),
      Plot.text(breaks, {
        x: ({ period }: InteractionBreak) => edge(period),
        text: 'period',
        frameAnchor: 'top',
        dy: 6,
        dx: 3,
        textAnchor: 'start',
        className: 'strong',
      }),
      ...estimateMarks(
        points.filter(({ value }) => value !== null),
        'y',
        'x',
        column,
      ),
    ],
  });
}
